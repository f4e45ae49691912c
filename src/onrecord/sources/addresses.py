"""Which machines are talked to: those on the public internet, unless a setting allows others."""

import socket
from collections.abc import Sequence
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
    ip_network,
)

from onrecord.sources.errors import FetchError, TryAgainError

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

# Through these an address of one family reaches one of the other: NAT64 (RFC 6052, RFC 8215),
# 6to4 (RFC 3056), Teredo (RFC 4380), and what IPv4 addresses were once written as (RFC 4291).
_TUNNELS = tuple(
    ip_network(text)
    for text in (
        "64:ff9b::/96",
        "64:ff9b:1::/48",
        "2002::/16",
        "2001::/32",
        "::/96",
        "192.88.99.0/24",
    )
)


def networks(text: str) -> tuple[Network, ...]:
    """The networks that a setting allows besides the public ones: "127.0.0.1, 10.0.0.0/8".

    Raises `ValueError` for what is no network.
    """
    return tuple(ip_network(part.strip()) for part in text.split(",") if part.strip())


def resolved(host: str, port: int, allowed: Sequence[Network] = ()) -> str:
    """The address to connect to as it is: a name server that is asked twice may answer twice.

    Raises `FetchError` where the name is not known, or any of its addresses is not public.
    """
    try:
        answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except socket.gaierror as error:
        if error.errno == socket.EAI_AGAIN:
            raise TryAgainError(f"{host} cannot be resolved") from error
        raise FetchError(f"no such host: {host}") from error
    except (OSError, UnicodeError) as error:
        raise FetchError(f"no such host: {host}") from error
    found = [ip_address(str(answer[4][0]).partition("%")[0]) for answer in answers]
    for address in found:
        if not is_allowed(address, allowed):
            raise FetchError(f"{host} is at {address}, which is not on the public internet")
    if not found:
        raise FetchError(f"no such host: {host}")
    return str(found[0])


def is_allowed(address: Address, allowed: Sequence[Network] = ()) -> bool:
    """Whether an address is public, by the registries of IANA, or in one of the networks."""
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    plain = mapped or address
    if any(plain in network for network in allowed if network.version == plain.version):
        return True
    tunnelled = any(plain in network for network in _TUNNELS if network.version == plain.version)
    return plain.is_global and not plain.is_multicast and not tunnelled
