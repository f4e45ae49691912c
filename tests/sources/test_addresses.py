"""Which addresses are connected to."""

from ipaddress import ip_address

import pytest

from onrecord.sources import FetchError, networks
from onrecord.sources.addresses import is_allowed, resolved


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.8.8.8", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1",  # noqa: S104
        "169.254.169.254", "100.64.0.1", "100.127.255.254", "192.0.0.1", "192.0.2.1", "198.18.0.1",
        "198.51.100.7", "203.0.113.7", "224.0.0.1", "240.0.0.1", "255.255.255.255", "192.88.99.1",
        "::", "::1", "fe80::1", "fc00::1", "fd12::1", "ff02::1", "2001:db8::1", "100::1",
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a00:1",
        "64:ff9b:1::1", "2002:7f00:1::1", "2002:a00:1::1", "2001:0:1::1",
    ],
)  # fmt: skip
def test_what_is_not_public_is_refused(address):
    assert not is_allowed(ip_address(address))
    with pytest.raises(FetchError, match="not on the public internet"):
        resolved(address, 80)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1::1", "::ffff:93.184.216.34"])
def test_what_is_public_is_not(address):
    assert is_allowed(ip_address(address))


def test_a_setting_allows_networks():
    allowed = networks("127.0.0.1, 10.0.0.0/8, fd00::/8")
    for address in ("127.0.0.1", "10.9.9.9", "fd12::1", "::ffff:127.0.0.1"):
        assert is_allowed(ip_address(address), allowed)
    assert not is_allowed(ip_address("127.0.0.2"), allowed)
    with pytest.raises(ValueError, match="'home'"):
        networks("home")


def test_a_name_with_one_private_address_is_refused(names):
    names["mixed.example"] = [["93.184.216.34", "10.0.0.1"]]
    with pytest.raises(FetchError, match=r"mixed\.example is at 10\.0\.0\.1"):
        resolved("mixed.example", 80)


@pytest.mark.parametrize("host", ["0x7f.1", "2130706433", "127.1", "0177.0.0.1"])
def test_other_ways_to_write_the_loopback(host):
    with pytest.raises(FetchError):
        resolved(host, 80)
