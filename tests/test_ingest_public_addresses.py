"""Which network addresses are public."""

from ipaddress import ip_address

import pytest

from ingest.public_addresses import why_not_public

PUBLIC = [
    *("8.8.8.8", "1.1.1.1", "93.184.216.34", "172.15.255.255", "172.32.0.1", "100.63.255.255", "100.128.0.1", "169.253.0.1"),
    *("192.0.1.1", "198.17.0.1", "198.20.0.1", "223.255.255.255", "11.0.0.1", "2606:4700:4700::1111", "2a00:1450:4001::200e"),
    *("::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::1"),
]
NOT_PUBLIC = {
    "this machine": ["127.0.0.1", "127.255.255.254", "0.0.0.0", "0.1.2.3", "::1", "::"],
    "a private network": ["10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "fc00::1", "fd00:ec2::254", "fec0::1", "feff::1"],
    "a provider's own network": ["100.64.0.1", "100.100.100.200", "100.127.255.255"],
    "the local link": ["169.254.169.254", "169.254.0.1", "fe80::1", "fe80::1%eth0"],
    "special protocols": ["192.0.0.1", "192.0.0.192", "192.88.99.1", "64:ff9b:1::1", "2001:10::1", "2001:20::1", "100::1", "5f00::1"],
    "documentation": ["192.0.2.1", "198.51.100.7", "203.0.113.9", "2001:db8::1", "3fff::1"],
    "measurements": ["198.18.0.1", "198.19.255.255"],
    "multicast": ["224.0.0.1", "239.255.255.250", "ff02::1", "ff0e::1"],
    "reserved use": ["240.0.0.1", "255.255.255.255", "4000::1", "1::1", "200::1", "2606:4700::1%1"],
}
WRAPPED = [
    *("::ffff:127.0.0.1", "::ffff:169.254.169.254", "::ffff:10.0.0.1", "::127.0.0.1", "::a00:1", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe"),
    *("64:ff9b::10.0.0.1", "2002:7f00:1::", "2002:a9fe:a9fe::1", "2002:c0a8:101::1", "2001:0:7f00:1::", "2001:0:808:808:0:0:80ff:fffe"),
    *("2606:4700::5efe:10.0.0.1", "2606:4700::200:5efe:127.0.0.1", "::ffff:100.100.100.200", "::ffff:0.0.0.0"),
]


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_address_is_public(address: str) -> None:
    assert why_not_public(ip_address(address)) == ""


@pytest.mark.parametrize(("what", "address"), [(what, address) for what, addresses in NOT_PUBLIC.items() for address in addresses])
def test_an_address_of_another_use_says_which(what: str, address: str) -> None:
    assert why_not_public(ip_address(address)) == what


@pytest.mark.parametrize("address", WRAPPED)
def test_an_address_wrapped_in_another_counts_as_what_is_inside(address: str) -> None:
    assert why_not_public(ip_address(address))
