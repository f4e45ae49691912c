"""The map's projection: Equal Earth (Šavrič, Patterson and Jenny 2018), on a whole-number grid."""

from math import asin, cos, pi, sin, sqrt

WIDTH = 4000
HEIGHT = 1947

_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_M = sqrt(3) / 2


def _plane(longitude: float, latitude: float) -> tuple[float, float]:
    """On the unit sphere, from radians."""
    t = asin(_M * sin(latitude))
    slope = 9 * _A4 * t**8 + 7 * _A3 * t**6 + 3 * _A2 * t**2 + _A1
    return longitude * cos(t) / (_M * slope), t * (_A4 * t**8 + _A3 * t**6 + _A2 * t**2 + _A1)


_RIGHT, _ = _plane(pi, 0)
_, _TOP = _plane(0, pi / 2)


def project(longitude: float, latitude: float) -> tuple[float, float]:
    """Degrees (WGS 84) -> the map's units, from the upper left corner; beyond the poles the pole.

    Longitudes go round the world.
    """
    east = (longitude + 180) % 360 - 180 if abs(longitude) > 180 else longitude  # noqa: PLR2004
    north = max(-90.0, min(90.0, latitude))
    x, y = _plane(east * pi / 180, north * pi / 180)
    return (1 + x / _RIGHT) * WIDTH / 2, (1 - y / _TOP) * HEIGHT / 2
