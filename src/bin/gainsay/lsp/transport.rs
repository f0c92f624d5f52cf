//! Messages over a stream: a header with the length, then JSON.
//!
//! Our own, because `lsp-server` ends at the first message that is malformed, and can't answer it.

use std::io::{self, BufRead, Read, Write};

use serde_json::{Value, json};

/// A longer message is passed over: no claim file is so large.
const MOST_BYTES: u64 = 64 << 20;

/// Lines of headers are short; what is longer is something else.
const LONGEST_LINE: u64 = 4096;

/// What came in.
#[derive(Debug)]
pub(super) enum Incoming {
    /// A message: one JSON object.
    Message(Value),
    /// What can't be read as one, and why.
    Malformed(String),
}

/// The next message; `None` at the end of the stream. What is no message is told as such, and the next one is looked for
/// behind it.
pub(super) fn read(stream: &mut impl BufRead) -> io::Result<Option<Incoming>> {
    let length = match header(stream)? {
        Header::Length(length) => length,
        Header::Malformed => return Ok(Some(Incoming::Malformed("a header without a length".to_owned()))),
        Header::End => return Ok(None),
    };
    if length > MOST_BYTES {
        io::copy(&mut stream.take(length), &mut io::sink())?;
        return Ok(Some(Incoming::Malformed(format!("a message of {length} bytes"))));
    }
    let mut bytes = Vec::new();
    stream.take(length).read_to_end(&mut bytes)?;
    Ok(Some(match serde_json::from_slice(&bytes) {
        Ok(message @ Value::Object(_)) => Incoming::Message(message),
        Ok(_) => Incoming::Malformed("JSON that is no object".to_owned()),
        Err(error) => Incoming::Malformed(error.to_string()),
    }))
}

/// What stands before a message.
enum Header {
    /// How many bytes it has.
    Length(u64),
    Malformed,
    /// The stream is at its end.
    End,
}

/// The next header. What stands before `Content-Length` on its line is the rest of a message whose own length was wrong.
fn header(stream: &mut impl BufRead) -> io::Result<Header> {
    let mut length = None;
    let mut begun = false;
    loop {
        let mut line = Vec::new();
        if stream.take(LONGEST_LINE).read_until(b'\n', &mut line)? == 0 {
            return Ok(if begun { Header::Malformed } else { Header::End });
        }
        let line = String::from_utf8_lossy(&line).to_ascii_lowercase();
        let line = line.trim();
        if line.is_empty() && begun {
            return Ok(length.map_or(Header::Malformed, Header::Length));
        }
        begun |= !line.is_empty();
        if let Some((_, found)) = line.rsplit_once("content-length:") {
            length = found.trim().parse().ok();
        }
    }
}

/// Writes one message.
pub(super) fn write(stream: &mut dyn Write, message: &Value) -> io::Result<()> {
    let text = message.to_string();
    write!(stream, "Content-Length: {}\r\n\r\n{text}", text.len())?;
    stream.flush()
}

/// What is wrong with a request.
#[derive(Clone, Copy, Debug)]
pub(super) enum RpcError {
    /// It is no JSON.
    Parse = -32700,
    /// It is no request, or comes at the wrong time.
    Invalid = -32600,
    /// Nobody here knows it.
    Unknown = -32601,
    /// It is not asked as it must be.
    Params = -32602,
    /// We failed.
    Internal = -32603,
    /// `initialize` has not come yet.
    NotInitialized = -32002,
    /// The client has taken it back.
    Cancelled = -32800,
}

/// The answer to a request.
pub(super) fn answer(id: &Value, result: Result<Value, (RpcError, String)>) -> Value {
    match result {
        Ok(result) => json!({"jsonrpc": "2.0", "id": id, "result": result}),
        Err((fault, message)) => {
            json!({"jsonrpc": "2.0", "id": id, "error": {"code": fault as i32, "message": message}})
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(mut bytes: &[u8]) -> Vec<String> {
        let mut found = Vec::new();
        while let Ok(Some(incoming)) = read(&mut bytes) {
            found.push(match incoming {
                Incoming::Message(message) => message.to_string(),
                Incoming::Malformed(_) => "malformed".to_owned(),
            });
        }
        found
    }

    #[test]
    fn the_next_message_is_found_behind_one_that_is_none() {
        let good = "Content-Length: 8\r\n\r\n{\"a\": 1}";
        let rubbish = [
            "Content-Length: 5\r\n\r\n{oops",
            "Content-Length: x\r\n\r\n",
            "nonsense\r\n\r\n",
            "Content-Length: 2\r\n\r\n[]",
        ];
        for rubbish in rubbish {
            assert_eq!(
                all(format!("{good}{rubbish}{good}").as_bytes()),
                ["{\"a\":1}", "malformed", "{\"a\":1}"]
            );
        }
        // A length that is too small leaves a rest, which is passed over with the header behind it.
        let short = "Content-Length: 3\r\n\r\n{\"a\": 1}";
        assert_eq!(all(format!("{short}{good}").as_bytes()), ["malformed", "{\"a\":1}"]);
        assert_eq!(all(b"content-length:8\r\nContent-Type: x\r\n\r\n{\"a\": 1}"), ["{\"a\":1}"]);
        assert_eq!(all(b"Content-Length: 99\r\n\r\n{\"a\""), ["malformed"]);
        assert_eq!(all(b""), [""; 0]);
    }
}
