//! A browser without a window: Chromium behind chromedriver, spoken to as the WebDriver standard says, and with the
//! commands of the Chrome DevTools where that has none.
//!
//! Nothing here waits for ever: the driver has to come up, and every command to end, within a time.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, Once, PoisonError, Weak, mpsc};
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

/// How long anything may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// Chromedriver, which ends with the last session.
struct Driver {
    process: Child,
    port: u16,
    browser: PathBuf,
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The driver of the sessions that there are.
static SHARED: Mutex<Weak<Driver>> = Mutex::new(Weak::new());

/// A page in a browser of its own.
pub struct Session {
    agent: ureq::Agent,
    address: String,
    driver: Arc<Driver>,
    // What the browser writes for itself.
    _profile: tempfile::TempDir,
}

impl Drop for Session {
    fn drop(&mut self) {
        let _ = self.agent.delete(&self.address).call();
    }
}

/// A program, on the path or where Debian puts it.
fn program(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut dirs: Vec<PathBuf> = std::env::split_paths(&path).collect();
    dirs.push(PathBuf::from("/usr/bin"));
    let all = names
        .iter()
        .flat_map(|name| dirs.iter().map(move |dir| dir.join(name)));
    let mut all = all.filter(|file| file.is_file());
    all.next()
}

/// Writes a line on standard error, also where what passing tests print is not shown.
pub fn tell(line: &str) {
    let _ = writeln!(std::io::stderr(), "{line}");
}

fn driver() -> Option<Arc<Driver>> {
    let mut shared = SHARED.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(driver) = shared.upgrade() {
        return Some(driver);
    }
    let browser = program(&["chromium", "chromium-browser", "google-chrome"]);
    let (Some(browser), Some(program)) = (browser, program(&["chromedriver"])) else {
        static TOLD: Once = Once::new();
        TOLD.call_once(|| {
            tell("browser tests skipped: chromium or chromedriver is not there (Debian: chromium, chromium-driver)");
        });
        return None;
    };
    let mut process = Command::new(program)
        .arg("--port=0")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("chromedriver starts");
    let said = process.stdout.take().expect("a pipe");
    let (told, port) = mpsc::channel();
    std::thread::spawn(move || {
        // To the end, so that it never waits for a reader.
        for line in BufReader::new(said).lines().map_while(Result::ok) {
            let port = line.rsplit_once("successfully on port ");
            if let Some(port) = port.and_then(|(_, port)| port.trim_end_matches('.').parse().ok()) {
                let _ = told.send(port);
            }
        }
    });
    let port = port.recv_timeout(PATIENCE);
    let mut driver = Driver {
        process,
        port: 0,
        browser,
    };
    driver.port = port.expect("chromedriver names its port");
    let driver = Arc::new(driver);
    *shared = Arc::downgrade(&driver);
    Some(driver)
}

impl Session {
    /// A browser without a page; `None`, with a line on standard error, where there is no browser.
    pub fn new() -> Option<Self> {
        let driver = driver()?;
        let profile = tempfile::tempdir().expect("a directory can be made");
        let config = ureq::Agent::config_builder()
            .timeout_global(Some(PATIENCE))
            .http_status_as_error(false)
            .proxy(None)
            .build();
        let mut session = Self {
            agent: config.into(),
            address: format!("http://127.0.0.1:{}/session", driver.port),
            driver,
            _profile: profile,
        };
        let args = [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--hide-scrollbars",
        ];
        let mut args: Vec<String> = args.map(str::to_owned).to_vec();
        args.push(format!(
            "--user-data-dir={}",
            session._profile.path().display()
        ));
        let wanted = json!({ "capabilities": { "alwaysMatch": {
            "browserName": "chrome",
            "unhandledPromptBehavior": "ignore",
            "timeouts": { "script": 30_000, "pageLoad": 30_000 },
            "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
            "goog:chromeOptions": { "binary": session.driver.browser, "args": args },
        } } });
        let made = session.send("", &wanted).expect("a browser starts");
        let id = made["sessionId"].as_str().expect("a session has an id");
        session.address = format!("{}/{id}", session.address);
        Some(session)
    }

    /// Sends a command and takes its value, or the name of what went wrong.
    fn send(&self, command: &str, body: &Value) -> Result<Value, String> {
        let request = self.agent.post(format!("{}{command}", self.address));
        let request = request.header("content-type", "application/json; charset=utf-8");
        Self::value(request.send(body.to_string()))
    }

    fn value(
        answer: Result<ureq::http::Response<ureq::Body>, ureq::Error>,
    ) -> Result<Value, String> {
        let mut answer = answer.map_err(|error| error.to_string())?;
        let text = answer
            .body_mut()
            .with_config()
            .limit(256 << 20)
            .read_to_string();
        let text = text.map_err(|error| error.to_string())?;
        let answer: Value = serde_json::from_str(&text).map_err(|error| error.to_string())?;
        let value = &answer["value"];
        match value["error"].as_str() {
            Some(error) => Err(format!("{error}: {}", value["message"])),
            None => Ok(value.clone()),
        }
    }

    /// Opens a file, and forgets what was logged before: a new browser has a page of its own, which loads much.
    pub fn open(&self, file: &Path) {
        self.go("about:blank");
        self.log("browser");
        self.log("performance");
        self.go(&format!("file://{}", file.display()));
    }

    fn go(&self, url: &str) {
        self.send("/url", &json!({ "url": url }))
            .expect("a page opens");
    }

    /// Opens all folded parts of the page.
    pub fn unfold(&self) {
        self.run(
            "document.querySelectorAll('details').forEach((details) => { details.open = true; })",
        );
    }

    /// What a script returns.
    pub fn run(&self, script: &str) -> Value {
        self.send("/execute/sync", &json!({ "script": script, "args": [] }))
            .expect("the script runs")
    }

    /// The lines that a script returns.
    pub fn lines(&self, script: &str) -> Vec<String> {
        let lines = self.run(script);
        let lines = lines.as_array().expect("a list of lines").iter();
        lines
            .map(|line| line.as_str().expect("a line").to_owned())
            .collect()
    }

    /// What a command of the DevTools returns.
    pub fn devtools(&self, command: &str, params: &Value) -> Value {
        let body = json!({ "cmd": command, "params": params });
        self.send("/goog/cdp/execute", &body)
            .expect("the command is known")
    }

    /// A picture of the whole page, as PNG.
    pub fn picture(&self) -> Vec<u8> {
        // What is drawn only once it is scrolled to is drawn too.
        self.run("document.head.append(Object.assign(document.createElement('style'), { textContent: '* { content-visibility: visible !important }' }))");
        let params = json!({ "format": "png", "captureBeyondViewport": true });
        let taken = self.devtools("Page.captureScreenshot", &params);
        let data = taken["data"].as_str().expect("a picture");
        STANDARD.decode(data).expect("base64")
    }

    /// Shows the page so many pixels wide.
    pub fn set_width(&self, width: u32) {
        let params =
            json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", &params);
    }

    /// Shows the page on "screen" or in "print", "light" or "dark".
    pub fn set_media(&self, media: &str, scheme: &str) {
        let features = json!([{ "name": "prefers-color-scheme", "value": scheme }]);
        let params = json!({ "media": media, "features": features });
        self.devtools("Emulation.setEmulatedMedia", &params);
    }

    /// What was logged since it was asked last: "browser" for the console, "performance" for what went on.
    pub fn log(&self, kind: &str) -> Vec<Value> {
        let log = self.send("/se/log", &json!({ "type": kind }));
        let log = log.expect("a log is kept");
        log.as_array().cloned().unwrap_or_default()
    }

    /// The words of the box that a script put up, if any did.
    pub fn alert(&self) -> Option<String> {
        let answer = self
            .agent
            .get(format!("{}/alert/text", self.address))
            .call();
        let words = Self::value(answer).ok()?;
        words.as_str().map(str::to_owned)
    }

    /// Presses the tab key so many times.
    pub fn press_tab(&self, times: usize) {
        const TAB: &str = "\u{e004}";
        let presses: Vec<Value> = (0..times)
            .flat_map(|_| ["keyDown", "keyUp"].map(|way| json!({ "type": way, "value": TAB })))
            .collect();
        let keys = json!([{ "type": "key", "id": "keys", "actions": presses }]);
        self.send("/actions", &json!({ "actions": keys }))
            .expect("keys can be pressed");
    }
}
