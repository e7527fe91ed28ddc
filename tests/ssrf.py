"""Addresses that lead, or try to lead, to where nothing may be fetched from. `{port}` is a listening port of loopback."""

LOOPBACK = [
    "http://127.0.0.1:{port}/", "http://localhost:{port}/", "http://LOCALHOST:{port}/", "http://localhost.:{port}/",
    "http://127.1:{port}/", "http://127.0.1:{port}/", "http://0:{port}/", "http://0.0.0.0:{port}/", "http://127.255.255.254:{port}/",
    "http://2130706433:{port}/", "http://0x7f000001:{port}/", "http://0x7f.0.0.1:{port}/", "http://0177.0.0.1:{port}/",
    "http://017700000001:{port}/", "http://0x7f.1:{port}/", "http://127.0.0.1.:{port}/", "http://00000177.0.0.1:{port}/",
    "http://[::1]:{port}/", "http://[::]:{port}/", "http://[0:0:0:0:0:0:0:1]:{port}/", "http://[::ffff:127.0.0.1]:{port}/",
    "http://[::ffff:7f00:1]:{port}/", "http://[::127.0.0.1]:{port}/", "http://[64:ff9b::7f00:1]:{port}/", "http://[2002:7f00:1::]:{port}/",
    "http://[2001:0:7f00:1::]:{port}/", "http://[::ffff:0:127.0.0.1]:{port}/", "http://[fe80::1%25lo]:{port}/",
    "http://127。0。0。1:{port}/", "http://①②⑦.⓪.⓪.①:{port}/", "http://127.0.0.1%2f:{port}/", "http://%31%32%37.0.0.1:{port}/",
    "http://example.com@127.0.0.1:{port}/", "http://127.0.0.1:{port}@example.com/", "http://example.com:80@127.0.0.1:{port}/",
    "http://user:secret@127.0.0.1:{port}/", "http://127.0.0.1:{port}\\@example.com/", "http://example.com\\@127.0.0.1:{port}/",
    "http://127.0.0.1:{port}#@example.com/", "http://127.0.0.1:{port}?@example.com/", "http://\t127.0.0.1:{port}/",
    "http://127.0.0.1\n:{port}/", "http:/\\127.0.0.1:{port}/", "http:127.0.0.1:{port}/", "http:///127.0.0.1:{port}/",
    "http://loca\u00adlhost:{port}/", "http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ:{port}/", "https://127.0.0.1:{port}/", "https://localhost:{port}/",
]  # fmt: skip
ELSEWHERE = [
    "http://169.254.169.254/latest/meta-data/", "http://[::ffff:169.254.169.254]/latest/", "http://[fd00:ec2::254]/latest/",
    "http://100.100.100.200/latest/", "http://192.0.0.192/opc/", "http://2852039166/", "http://0xa9fea9fe/", "http://10.0.0.1/",
    "http://192.168.1.1/", "http://172.16.0.1/", "http://100.64.0.1/", "http://198.18.0.1/", "http://224.0.0.1/", "http://240.0.0.1/",
    "http://255.255.255.255/", "http://[fe80::1]/", "http://[fec0::1]/", "http://[fc00::1]/", "http://[ff02::1]/", "http://[2001:db8::1]/",
    "http://192.0.2.1/", "http://[64:ff9b::a00:1]/", "http://[2002:a00:1::]/", "http://[::]/",
]  # fmt: skip
SCHEMES = [
    "ftp://127.0.0.1:{port}/", "gopher://127.0.0.1:{port}/_GET", "dict://127.0.0.1:{port}/x", "file:///etc/passwd",
    "file://localhost/etc/passwd", "jar:http://127.0.0.1:{port}/!/", "ws://127.0.0.1:{port}/", "netdoc:///etc/passwd",
    "data:text/html,<p>x", "javascript:alert(1)", "unix:///var/run/docker.sock", "http+unix://%2Fvar%2Frun%2Fdocker.sock/",
    "//127.0.0.1:{port}/", "ldap://127.0.0.1:{port}/", "view-source:http://127.0.0.1:{port}/", "hTTp://127.0.0.1:{port}/",
]  # fmt: skip
ALL = [*LOOPBACK, *ELSEWHERE, *SCHEMES]

# how addresses on the public web are written; hosts are in the table of the tests' resolver
PUBLIC = [
    "http://paper.example/", "https://paper.example/a", "HTTP://PAPER.EXAMPLE/", "http://paper.example:80/a", "https://paper.example:443/",
    "http://paper.example./a", "http://www.paper.example/a?b=c&d=%20e", "http://paper.example/a#part", "http://bücher.example/",
    "http://xn--bcher-kva.example/ü", "http://paper.example/über/straße", "http://8.8.8.8/", "http://134744072/", "http://[2606:4700:4700::1111]/",
    "http://[::ffff:8.8.8.8]/", "http://paper.example/a b", "http://paper.example/a;b=c,d", "http://sub.sub.paper.example/",
    "http://paper.example?q=1", " http://paper.example/a ", "http://paper.example//double//slash", "http://paper.example/%E2%9C%93",
]  # fmt: skip
