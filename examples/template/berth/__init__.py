"""What a berth at the quay costs."""

from .fees import fee
from .tariff import Tariff, load

__all__ = ["Tariff", "fee", "load"]
