import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

const PROGRAMS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const program = PROGRAMS.find((path) => existsSync(path));
if (program === undefined && process.env['CI'] === 'true') throw new Error('CI needs a Chromium');

/** Needs a Chromium on the machine; CI installs one. */
export const describeWithBrowser = program === undefined ? describe.skip : describe;

const FLAGS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--hide-scrollbars',
  '--remote-debugging-pipe',
];

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly sessionId?: string;
  readonly params?: Record<string, unknown>;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly message: string };
}
interface Waiting {
  readonly resolve: (result: Record<string, unknown>) => void;
  readonly reject: (error: Error) => void;
}

/** A Chromium that speaks the DevTools protocol through pipes (messages of JSON, each ended by a NUL). */
export class Browser {
  readonly #process: ChildProcess;
  readonly #profile = mkdtempSync(join(tmpdir(), 'lien-tinh-browser-'));
  readonly #waiting = new Map<number, Waiting>();
  readonly #listeners = new Set<(message: Message) => void>();
  #sent = 0;
  #rest = '';

  constructor() {
    const flags = [...FLAGS, `--user-data-dir=${this.#profile}`, 'about:blank'];
    this.#process = spawn(program ?? '', flags, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
    (this.#process.stdio[4] as Readable).setEncoding('utf8').on('data', (text: string) => this.#read(text));
  }

  /** A new page of this size, in CSS pixels. */
  async page(width: number, height: number, language = 'vi-VN'): Promise<BrowserPage> {
    const { targetId } = await this.send('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await this.send('Target.attachToTarget', { targetId, flatten: true });
    const page = new BrowserPage(this, String(sessionId));
    await page.begin(width, height, language);
    return page;
  }

  send(method: string, params: object = {}, sessionId?: string): Promise<Record<string, unknown>> {
    this.#sent += 1;
    const id = this.#sent;
    const message = { id, method, params, ...(sessionId === undefined ? {} : { sessionId }) };
    (this.#process.stdio[3] as Writable).write(`${JSON.stringify(message)}\0`);
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  onMessage(listener: (message: Message) => void): void {
    this.#listeners.add(listener);
  }

  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    await this.send('Browser.close');
    await ended;
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }

  #read(text: string): void {
    const parts = (this.#rest + text).split('\0');
    this.#rest = parts.pop() ?? '';
    for (const part of parts) this.#take(JSON.parse(part) as Message);
  }

  #take(message: Message): void {
    for (const listener of this.#listeners) listener(message);
    const waiting = message.id === undefined ? undefined : this.#waiting.get(message.id);
    if (message.id === undefined || waiting === undefined) return;
    this.#waiting.delete(message.id);
    if (message.error === undefined) waiting.resolve(message.result ?? {});
    else waiting.reject(new Error(message.error.message));
  }
}

/** A page that is looked at and worked as a person would. */
export class BrowserPage {
  /** What the browser complained of: exceptions, broken policies, failed requests, errors on the console. */
  readonly complaints: string[] = [];
  readonly #browser: Browser;
  readonly #session: string;

  constructor(browser: Browser, session: string) {
    this.#browser = browser;
    this.#session = session;
    browser.onMessage(({ method, sessionId, params }) => {
      if (sessionId === session) this.#note(method ?? '', params ?? {});
    });
  }

  async begin(width: number, height: number, language: string): Promise<void> {
    for (const domain of ['Page', 'Runtime', 'Log', 'Network']) await this.#send(`${domain}.enable`);
    await this.#send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false });
    await this.#send('Emulation.setLocaleOverride', { locale: language.replace('-', '_') });
    const { userAgent } = await this.#browser.send('Browser.getVersion');
    await this.#send('Emulation.setUserAgentOverride', { userAgent, acceptLanguage: language });
    // Only one page of a browser has the focus; each shall behave as if it had.
    await this.#send('Emulation.setFocusEmulationEnabled', { enabled: true });
  }

  async open(address: string): Promise<void> {
    const loaded = new Promise<void>((resolve) => {
      this.#browser.onMessage(({ method, sessionId }) => {
        if (method === 'Page.loadEventFired' && sessionId === this.#session) resolve();
      });
    });
    await this.#send('Page.navigate', { url: address });
    await loaded;
  }

  /** The value of an expression in the page; of JSON. */
  async value<Value>(expression: string): Promise<Value> {
    const parameters = { expression, awaitPromise: true, returnByValue: true, userGesture: true };
    const { result, exceptionDetails } = await this.#send('Runtime.evaluate', parameters);
    if (exceptionDetails !== undefined) throw new Error(JSON.stringify(exceptionDetails));
    return (result as { readonly value: Value }).value;
  }

  /** Waits until an expression is true. */
  async until(expression: string): Promise<void> {
    const waiting = `new Promise((resolve) => { const look = () => (${expression}) ? resolve(true) : setTimeout(look, 20); look(); })`;
    await this.value(waiting);
  }

  async click(selector: string): Promise<void> {
    await this.value(`document.querySelector(${JSON.stringify(selector)}).click()`);
  }

  /** Types into a field, and leaves it by Enter when told so. */
  async type(selector: string, text: string, enter = false): Promise<void> {
    await this.value(`document.querySelector(${JSON.stringify(selector)}).focus()`);
    await this.#send('Input.insertText', { text });
    if (enter) await this.press('Enter', 13, '\r');
  }

  async press(key: string, code: number, text = ''): Promise<void> {
    const event = { key, code: key, windowsVirtualKeyCode: code };
    await this.#send('Input.dispatchKeyEvent', { type: text === '' ? 'rawKeyDown' : 'keyDown', ...event, text });
    await this.#send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
  }

  /** A picture of the whole page as PNG. */
  async picture(): Promise<Buffer> {
    const { data } = await this.#send('Page.captureScreenshot', { format: 'png', captureBeyondViewport: true });
    return Buffer.from(String(data), 'base64');
  }

  #send(method: string, params: object = {}): Promise<Record<string, unknown>> {
    return this.#browser.send(method, params, this.#session);
  }

  #note(method: string, params: Record<string, unknown>): void {
    if (method === 'Runtime.exceptionThrown') this.complaints.push(JSON.stringify(params['exceptionDetails']));
    if (method === 'Runtime.consoleAPICalled' && params['type'] === 'error')
      this.complaints.push(JSON.stringify(params['args']));
    const entry = params['entry'] as { readonly level: string; readonly text: string } | undefined;
    if (method === 'Log.entryAdded' && entry?.level === 'error') this.complaints.push(entry.text);
  }
}
