//! What nobody may do.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use super::{Open, STORY, desk, files, form};
use crate::support::Desk;

const PAGES: [&str; 7] =
    ["/", STORY, "/story", "/review?in=claims/bridge", "/add", "/news?since=HEAD", "/desk.css"];
const ACTS: [&str; 9] =
    ["/accept", "/reopen", "/note", "/undo", "/same", "/different", "/answer", "/draft", "/save"];

#[test]
fn nobody_gets_in_without_the_token() {
    let desk = desk();
    let mut open = Open::new(&desk, &[]);
    let cookie = std::mem::take(&mut open.cookie);
    for page in PAGES {
        assert_eq!(open.get(page).status, 401, "{page}");
        assert!(!open.get(page).body.contains("North Star"), "{page}");
    }
    for token in ["", "0", &"0".repeat(64)] {
        assert_eq!(open.get(&format!("/?token={token}")).status, 401);
    }
    for wrong in [cookie.replace('=', "=0"), "gainsay-desk=1".to_owned(), format!("x{cookie}")] {
        assert_eq!(open.request("GET", "/", &[("Cookie", &wrong)], "").status, 401, "{wrong}");
    }
    let welcome = open.get(open.address.strip_prefix(&open.origin()).unwrap());
    assert!(welcome.headers["set-cookie"].contains("; HttpOnly; SameSite=Strict; Path=/"));
    assert!(!welcome.headers["set-cookie"].contains(open.address.split("token=").nth(1).unwrap()));
}

#[test]
fn other_names_origins_and_sites_are_refused() {
    let desk = desk();
    let open = Open::new(&desk, &[]);
    let before = files(&desk);
    for host in ["evil.example", "127.0.0.1", "127.0.0.1:1", "localhost.evil.example", ""] {
        for page in PAGES {
            let answer = open.request("GET", page, &[("Host", host)], "");
            assert!(matches!(answer.status, 400 | 403), "{host} {page}: {}", answer.status);
        }
    }
    let page = open.get(STORY);
    let (token, item, mark) = (page.field("token"), page.field("item"), page.field("mark"));
    let body = form(&[
        ("token", &token),
        ("in", "claims/bridge"),
        ("item", &item),
        ("mark", &mark),
        ("reason", "x"),
    ]);
    for origin in ["", "null", "http://evil.example", "https://127.0.0.1", "http://127.0.0.1:1"] {
        for act in ACTS {
            assert_eq!(open.request("POST", act, &[("Origin", origin)], &body).status, 403, "{origin} {act}");
        }
    }
    for site in ["cross-site", "same-site"] {
        assert_eq!(open.request("POST", "/accept", &[("Sec-Fetch-Site", site)], &body).status, 403);
        assert_eq!(open.request("GET", STORY, &[("Sec-Fetch-Site", site)], "").status, 403);
    }
    let other: String = token.chars().map(|digit| if digit == '0' { '1' } else { '0' }).collect();
    for token in ["", "0", &other] {
        let body = form(&[
            ("token", token),
            ("in", "claims/bridge"),
            ("item", &item),
            ("mark", &mark),
            ("reason", "x"),
        ]);
        for act in ACTS {
            assert_eq!(open.request("POST", act, &[], &body).status, 403, "{act}");
        }
    }
    for method in ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"] {
        assert!(open.request(method, "/accept", &[("Origin", &open.origin())], "").status >= 400);
    }
    for act in ACTS {
        assert_eq!(open.get(act).status, 405, "{act}");
    }
    assert_eq!(files(&desk), before);
    assert_eq!(open.request("POST", "/accept", &[], &body).status, 303, "the form itself is right");
}

#[test]
fn every_answer_says_what_browsers_must_hold_to() {
    let desk = desk();
    let open = Open::new(&desk, &[]);
    for page in PAGES.iter().chain(&["/nowhere", "/accept"]) {
        let answer = open.get(page);
        let policy = &answer.headers["content-security-policy"];
        assert!(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"), "{page}");
        assert!(!policy.contains("unsafe"), "{page}");
        assert_eq!(answer.headers["x-content-type-options"], "nosniff");
        assert_eq!(answer.headers["cache-control"], "no-store");
        assert!(
            !answer.body.contains("<script>")
                && !answer.body.contains(" style=\"")
                && !answer.body.contains(" onclick"),
            "{page}"
        );
    }
}

#[test]
fn no_parameter_leads_out_of_the_folder() {
    let outside = Desk::new(&[("secret/a.toml", "[article]\noutlet = \"Secret\"\n")]);
    let desk = desk();
    let open = Open::new(&desk, &[]);
    let before = files(&desk);
    let away = outside.path().join("secret").display().to_string();
    let up = format!("../{}/secret", outside.path().file_name().unwrap().to_string_lossy());
    let paths = [
        &away,
        &up,
        "..",
        "../..",
        "/etc",
        "claims/bridge/../../..",
        "claims/bridge/",
        "claims\\bridge",
        "claims/bridge\0",
        "%2e%2e",
        ".",
    ];
    for path in paths {
        for page in ["story", "review"] {
            let answer = open.get(&format!("/{page}?{}", form(&[("in", path)])));
            assert_eq!(answer.status, 404, "{page} {path}");
            assert!(!answer.body.contains("Secret"));
        }
        let page = open.get(STORY);
        let (item, mark) = (page.field("item"), page.field("mark"));
        for act in ACTS.iter().filter(|it| **it != "/undo") {
            let fields = [
                ("in", path),
                ("item", &item),
                ("mark", &mark),
                ("reason", "x"),
                ("status", "asked"),
                ("outlet", "X"),
                ("text", "A text."),
            ];
            let answer = open.post(act, &fields);
            assert!(answer.status >= 400, "{act} {path}: {}", answer.status);
        }
        for field in ["item", "claim", "asked", "conflict", "mark", "back"] {
            let mut fields = vec![("reason", "x"), ("status", "asked"), ("note", "")];
            fields.push((field, path));
            let page = open.get(STORY);
            let known = [
                ("in", "claims/bridge".to_owned()),
                ("item", page.field("item")),
                ("mark", page.field("mark")),
            ];
            fields.extend(
                known.iter().filter(|(name, _)| *name != field).map(|(name, value)| (*name, value.as_str())),
            );
            for act in ["/reopen", "/answer", "/note"] {
                let answer = open.post(act, &fields);
                let location = answer.headers.get("location").cloned().unwrap_or_default();
                assert!(!location.starts_with("//") && !location.contains("://"), "{location}");
                let _ = open.post("/undo", &[]);
            }
        }
        let claim = [("subject", "s"), ("attribute", "a"), ("value", "1")];
        let mut fields = vec![
            ("in", ""),
            ("new", path),
            ("outlet", path),
            ("text", "A text."),
            ("url", path),
            ("title", path),
        ];
        fields.extend(claim);
        let _ = open.post("/save", &fields);
        assert!(files(&desk).keys().all(|it| it.starts_with(desk.path().join("claims"))), "{path}");
        let _ = open.post("/undo", &[]);
    }
    assert_eq!(files(&desk), before);
    assert_eq!(files(&outside).len(), 1);
}

#[cfg(unix)]
#[test]
fn no_link_leads_out_of_the_folder() {
    let outside = Desk::new(&[]);
    let desk = desk();
    for name in ["accepted", "follow-up"] {
        std::os::unix::fs::symlink(outside.path(), desk.path().join("claims/bridge").join(name)).unwrap();
    }
    let open = Open::new(&desk, &[]);
    assert!(open.act("/accept", &[("reason", "x")]).status >= 400);
    assert!(open.act("/note", &[("status", "asked")]).status >= 400);
    assert_eq!(files(&outside).len(), 0);
}

#[test]
fn too_much_is_refused() {
    let desk = desk();
    let open = Open::new(&desk, &[]);
    let long = "x".repeat(2 << 20);
    assert_eq!(open.post("/draft", &[("in", "claims/bridge"), ("outlet", "X"), ("text", &long)]).status, 413);
    assert!(matches!(open.get(&format!("/?{long}")).status, 0 | 400 | 414 | 431), "a long address");
    assert!(
        matches!(open.request("GET", "/", &[("X-Long", &long)], "").status, 0 | 400 | 431),
        "a long header"
    );
    let many: Vec<(String, String)> = (0..500).map(|it| (format!("X-{it}"), "1".to_owned())).collect();
    let many: Vec<(&str, &str)> = many.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    assert!(matches!(open.request("GET", "/", &many, "").status, 0 | 400 | 431), "many headers");
    let reason = "x".repeat(3_000);
    assert_eq!(open.act("/accept", &[("reason", &reason)]).status, 422);
    for bytes in [
        &b"\x16\x03\x01\x02\x00"[..],
        b"GET / HTTP/9.9\r\n\r\n",
        b"\r\n\r\n\r\n",
        b"GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n\r\n",
    ] {
        assert!(matches!(open.send(bytes).status, 0 | 400 | 403), "{}", String::from_utf8_lossy(bytes));
    }
    assert_eq!(open.get("/").status, 200);
}

#[test]
fn slow_requests_are_given_up_and_keep_nobody_waiting() {
    let desk = desk();
    let open = Open::new(&desk, &[]);
    let begun = Instant::now();
    let head = format!(
        "POST /note HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nOrigin: {}\r\nCookie: {}\r\n",
        open.port,
        open.origin(),
        open.cookie
    );
    let body = format!(
        "{head}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\ntoken="
    );
    let slow: Vec<TcpStream> = (0..200)
        .map(|number| {
            let mut stream = TcpStream::connect(("127.0.0.1", open.port)).unwrap();
            let first = if number % 2 == 0 { head.as_bytes() } else { body.as_bytes() };
            stream.write_all(first).unwrap();
            stream
        })
        .collect();
    let asked = Instant::now();
    assert_eq!(open.get(STORY).status, 200);
    assert!(asked.elapsed() < Duration::from_secs(5), "others waited for {:?}", asked.elapsed());
    for mut stream in slow {
        stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
        let mut rest = Vec::new();
        let _ = stream.read_to_end(&mut rest);
        assert!(begun.elapsed() < Duration::from_secs(50), "a slow request was never given up");
    }
}

#[test]
fn a_thousand_requests_at_once_are_answered() {
    let desk = desk();
    let open = Open::new(&desk, &[]);
    let done: usize = std::thread::scope(|scope| {
        let asking = (0..1_000).map(|_| {
            std::thread::Builder::new()
                .stack_size(128 << 10)
                .spawn_scoped(scope, || open.get("/").status)
                .unwrap()
        });
        let asking: Vec<_> = asking.collect();
        asking.into_iter().map(|it| usize::from(it.join().unwrap() == 200)).sum()
    });
    assert_eq!(done, 1_000);
    assert_eq!(open.get(STORY).status, 200);
}

#[test]
fn who_asks_without_end_is_told_to_wait_and_others_are_not() {
    let desk = desk();
    let open = Open::new(&desk, &[]);
    let other = open.get(open.address.strip_prefix(&open.origin()).unwrap());
    let refused = (0..20_000).map(|_| open.get("/desk.css")).find(|it| it.status != 200).unwrap();
    assert_eq!((refused.status, refused.headers["retry-after"].as_str()), (429, "1"));
    assert!(refused.body.contains("too many requests"), "{}", refused.body);
    let cookie = other.headers["set-cookie"].split(';').next().unwrap();
    assert_eq!(open.request("GET", "/desk.css", &[("Cookie", cookie)], "").status, 200);
    let guessed = (0..20_000).map(|_| open.request("GET", "/?token=0", &[("Cookie", "")], ""));
    assert!(guessed.map(|it| it.status).find(|it| *it != 401).is_some_and(|it| it == 429));
    assert_eq!(open.request("GET", "/desk.css", &[("Cookie", cookie)], "").status, 200);
}

#[test]
fn hostile_texts_stay_texts_in_every_view() {
    let hostile = r#"<script>alert(1)</script>\"><img src=x onerror=alert(2)>{{ 7 }}' </textarea></select>"#;
    let article = |outlet: &str, value: &str| {
        format!(
            "[article]\noutlet = \"{outlet} {hostile}\"\n[[claim]]\nsubject = \"{hostile}\"\nattribute = \"length {hostile}\"\nvalue = \"{value}\"\nquote = \"{hostile}\\u202e\"\n[[claim]]\nsubject = \"ship\"\nattribute = \"crew\"\nvalue = \"{hostile}\"\n"
        )
    };
    let desk = Desk::new(&[
        ("claims/h/story.toml", &format!("title = \"{hostile}\"\n")),
        ("claims/h/a.toml", &article("A", "9 m")),
        ("claims/h/b.toml", &article("B", "20 m")),
        ("claims/h/broken.toml", &format!("outlet = \"{hostile}\"\n[[{hostile}")),
    ]);
    let open = Open::new(&desk, &[]);
    let hostile = hostile.replace("\\\"", "\"");
    let text = format!("{hostile} cost $5 million on Tuesday. Six people were hurt.");
    let fields = [
        ("in", "claims/h"),
        ("outlet", hostile.as_str()),
        ("text", &text),
        ("title", &hostile),
        ("sentence", "0"),
        ("all", "yes"),
        ("subject", &hostile),
        ("attribute", &hostile),
        ("value", &hostile),
        ("quote", &hostile),
        ("credits", &hostile),
    ];
    let item = open.get("/story?in=claims/h");
    let (id, mark) = (item.field("item"), item.field("mark"));
    let noted = open.post(
        "/note",
        &[
            ("in", "claims/h"),
            ("item", &id),
            ("mark", &mark),
            ("status", "asked"),
            ("note", &hostile),
            ("by", &hostile),
        ],
    );
    assert_eq!(noted.status, 303, "{}", noted.body);
    let mut views = vec![
        open.post("/draft", &fields),
        open.post("/accept", &[("in", "claims/h"), ("item", &id), ("mark", &hostile), ("reason", "x")]),
    ];
    let query = form(&[("in", "claims/h"), ("verdict", &hostile), ("outlet", &hostile), ("since", &hostile)]);
    for page in [
        "/",
        "/story?in=claims/h&verdict=all",
        "/story?verdict=all",
        "/review",
        "/review?in=claims/h",
        "/add",
    ] {
        views.push(open.get(page));
    }
    views.push(open.get(&format!("/story?{query}")));
    views.push(open.get(&format!("/news?{query}")));
    for (at, view) in views.iter().enumerate() {
        assert!(
            view.body.contains("&lt;script&gt;") || view.body.contains("&#60;script") || at >= 8,
            "view {at} shows it not at all"
        );
        for bad in ["<script>", "<img", "</textarea></select>", "\u{202e}"] {
            assert!(!view.body.contains(bad), "view {at} holds {bad}");
        }
    }
}

#[test]
fn a_desk_that_only_shows_writes_nothing() {
    let desk = desk();
    let open = Open::new(&desk, &["--read-only"]);
    let before = files(&desk);
    for page in PAGES {
        assert_eq!(open.get(page).status, 200, "{page}");
        assert!(!open.get(page).body.contains("method=\"post\""), "{page}");
    }
    for act in ACTS {
        assert_eq!(open.act(act, &[("reason", "x"), ("status", "asked")]).status, 403, "{act}");
    }
    assert_eq!(files(&desk), before);
}

#[test]
fn behind_a_proxy_only_the_proxy_says_who_is_there() {
    let desk = desk();
    let secret = "a secret of the proxy's own";
    let args = ["--behind-proxy", "https://desk.example.org", "--port", "0"];
    let refused = std::process::Command::new(env!("CARGO_BIN_EXE_gainsay-desk"))
        .args(args)
        .env_remove("GAINSAY_DESK_SECRET")
        .output()
        .unwrap();
    assert_eq!(refused.status.code(), Some(2));
    // A free port: nobody prints it behind a proxy.
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let port_text = port.to_string();
    let args = ["--behind-proxy", "https://desk.example.org", "--port", &port_text];
    let mut open = Open::with(&desk, &args, &[("GAINSAY_DESK_SECRET", secret)]);
    open.port = port;
    let proxy = [("Host", "desk.example.org"), ("X-Gainsay-Secret", secret), ("X-Remote-User", "Ada")];
    for left_out in 0..3 {
        let mut headers = proxy.to_vec();
        headers.remove(left_out);
        let answer = open.request("GET", "/", &headers, "");
        assert!(matches!(answer.status, 401 | 403), "{left_out}: {}", answer.status);
    }
    let welcome = open.request("GET", "/", &proxy, "");
    let cookie = welcome.headers["set-cookie"].clone();
    assert!(cookie.contains("; Secure"), "{cookie}");
    open.cookie = cookie.split(';').next().unwrap().to_owned();
    assert_eq!(
        open.request("GET", "/", &[("Host", "desk.example.org")], "").status,
        401,
        "the cookie alone is not enough"
    );
    let page = open.request("GET", STORY, &proxy, "");
    let fields = form(&[
        ("token", &page.field("token")),
        ("in", "claims/bridge"),
        ("item", &page.field("item")),
        ("mark", &page.field("mark")),
        ("reason", "seen"),
        ("by", "Somebody Else"),
    ]);
    let mut headers = proxy.to_vec();
    headers.push(("Origin", "https://desk.example.org"));
    assert_eq!(open.request("POST", "/accept", &headers, &fields).status, 303);
    let written: String = files(&desk).into_values().map(|it| String::from_utf8(it).unwrap()).collect();
    assert!(written.contains("by     = \"Ada\"") && !written.contains("Somebody"), "{written}");
}
