"""Network addresses: which belong to the public internet, and which lead into somebody's own network."""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

Address = IPv4Address | IPv6Address

# IANA's registries of special addresses, with what is in them that no library's `is_global` knows: the metadata
# services of clouds answer at 169.254.169.254, 100.100.100.200, 192.0.0.192 and fd00:ec2::254
SPECIAL = tuple(
    (ip_network(network), what)
    for what, networks in {
        "this machine": ("0.0.0.0/8", "127.0.0.0/8", "::/128", "::1/128"),
        "a private network": ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7", "fec0::/10"),
        "a provider's own network": ("100.64.0.0/10",),
        "the local link": ("169.254.0.0/16", "fe80::/10"),
        "special protocols": ("192.0.0.0/24", "192.88.99.0/24", "64:ff9b:1::/48", "2001::/23", "100::/64", "5f00::/16"),
        "documentation": ("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32", "3fff::/20"),
        "measurements": ("198.18.0.0/15",),
        "multicast": ("224.0.0.0/4", "ff00::/8"),
        "reserved use": ("240.0.0.0/4",),
    }.items()
    for network in networks
)
GLOBAL_UNICAST = IPv6Address("2000::"), IPv6Address("3fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")
MAPPED, COMPATIBLE, NAT64 = ip_network("::ffff:0:0/96"), ip_network("::/96"), ip_network("64:ff9b::/96")
# the middle of an interface's half of an ISATAP address; the last 32 bits are an IPv4 address
ISATAP = (0x00005EFE, 0x02005EFE)


def parse_address(text: str) -> Address:
    """An address as the resolver writes it. Raises ValueError."""
    return ip_address(text)


def why_not_public(address: Address) -> str:
    """What an address belongs to that is not the public internet, as "an address of …" goes on; "" for a public one.

    IPv4 addresses that are wrapped in an IPv6 one (mapped, compatible, NAT64, 6to4, Teredo, ISATAP) count as what is inside.
    """
    inner = _unwrap(address) if isinstance(address, IPv6Address) else ()
    if inner:
        return next((reason for each in inner if (reason := why_not_public(each))), "")
    for network, what in SPECIAL:
        if address.version == network.version and address in network:
            return what
    if isinstance(address, IPv6Address):
        return "" if GLOBAL_UNICAST[0] <= address <= GLOBAL_UNICAST[1] and not address.scope_id else "reserved use"
    return "" if address.is_global else "reserved use"


def _unwrap(address: IPv6Address) -> tuple[IPv4Address, ...]:
    """The IPv4 addresses inside; none for `::` and `::1`, which are addresses of their own."""
    number = int(address)
    if address in MAPPED or address in NAT64 or (address in COMPATIBLE and number > 0xFFFF):
        return (IPv4Address(number & 0xFFFFFFFF),)
    if address.sixtofour:
        return (address.sixtofour,)
    if address.teredo:
        return address.teredo
    if number >> 32 & 0xFFFFFFFF in ISATAP:
        return (IPv4Address(number & 0xFFFFFFFF),)
    return ()
