import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import type { ElectronApplication } from '@playwright/test'
import { expect, testInOneProgram as test } from './fixtures.ts'
import { watchRequests } from './pages/requests.ts'

const root = resolve(import.meta.dirname, '..')

interface Preferences {
  [name: string]: unknown
}

/** The preferences in force in the window of the studio. */
const preferences = (app: ElectronApplication): Promise<Preferences> =>
  app.evaluate(({ webContents }) => {
    const contents = webContents.getAllWebContents()[0]
    if (contents === undefined) return {}
    // Not in the types, yet the only way to see what is in force.
    return { ...Reflect.get(contents, 'getLastWebPreferences').call(contents) }
  })

test.describe("the twenty points of Electron's security guide", () => {
  test('1: only secure content is loaded, and none from outside', async ({ desktop }) => {
    const seen = await watchRequests(desktop.app)
    await desktop.page.reload()
    await desktop.page.waitForLoadState()
    const { done, failed } = await seen()
    expect(done.length).toBeGreaterThan(0)
    expect(done.filter((url) => !/^(app:\/\/bundle\/|data:|blob:app:)/.test(url))).toEqual([])
    expect(failed).toEqual([])
  })

  test('2: the page has no Node', async ({ desktop }) => {
    const found = await desktop.page.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in globalThis),
    )
    expect(found).toEqual([])
    const set = await preferences(desktop.app)
    expect(set['nodeIntegration'] ?? false).toBe(false)
    expect(set['nodeIntegrationInWorker'] ?? false).toBe(false)
    expect(set['nodeIntegrationInSubFrames'] ?? false).toBe(false)
  })

  test('3: the page and the preload live in separate worlds', async ({ desktop }) => {
    expect((await preferences(desktop.app))['contextIsolation']).toBe(true)
    const changed = await desktop.page.evaluate(() => {
      const api: object = Reflect.get(globalThis, 'lintel')
      try {
        Reflect.set(api, 'saveDesign', () => 'stolen')
      } catch {
        return 'refused'
      }
      return String(Reflect.get(api, 'saveDesign')).includes('stolen') ? 'changed' : 'refused'
    })
    expect(changed).toBe('refused')
  })

  test('4: the page is sandboxed', async ({ desktop }) => {
    expect((await preferences(desktop.app))['sandbox']).toBe(true)
  })

  test('5: every permission is refused but the one to write the clipboard', async ({ desktop }) => {
    const states = await desktop.page.evaluate(async () => {
      const names = [
        'geolocation',
        'notifications',
        'camera',
        'microphone',
        'clipboard-read',
        'midi',
        'persistent-storage',
      ]
      const asked = await Promise.all(
        names.map((name) => navigator.permissions.query({ name: name as PermissionName })),
      )
      return asked.map((status) => status.state)
    })
    expect(states.filter((state) => state === 'granted')).toEqual([])
    expect(await desktop.page.evaluate(() => Notification.requestPermission())).toBe('denied')
    const camera = await desktop.page.evaluate(() =>
      navigator.mediaDevices.getUserMedia({ video: true }).then(
        () => 'got',
        (error: Error) => error.name,
      ),
    )
    expect(camera).not.toBe('got')
  })

  test('6: web security is on', async ({ desktop }) => {
    expect((await preferences(desktop.app))['webSecurity'] ?? true).toBe(true)
  })

  test('7: a content security policy is sent and holds', async ({ desktop }) => {
    const policy = await desktop.page.evaluate(() =>
      fetch('/index.html').then((answer) => answer.headers.get('content-security-policy')),
    )
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('unsafe-eval')
    expect(policy?.match(/script-src[^;]*/)?.[0]).toBe("script-src 'self'")
    const ran = await desktop.page.evaluate(async () => {
      const script = document.createElement('script')
      script.textContent = 'document.documentElement.dataset.inline = "ran"'
      document.head.append(script)
      const violations: string[] = []
      document.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective))
      const external = document.createElement('script')
      external.src = 'https://example.com/x.js'
      document.head.append(external)
      await new Promise((done) => setTimeout(done, 200))
      return { inline: document.documentElement.dataset['inline'], violations }
    })
    expect(ran.inline).toBeUndefined()
    expect(ran.violations).toContain('script-src-elem')
  })

  test('8: insecure content is not allowed', async ({ desktop }) => {
    expect((await preferences(desktop.app))['allowRunningInsecureContent'] ?? false).toBe(false)
  })

  test('9: experimental features are off', async ({ desktop }) => {
    expect((await preferences(desktop.app))['experimentalFeatures'] ?? false).toBe(false)
  })

  test('10: no feature of Blink is switched on by name', async ({ desktop }) => {
    expect((await preferences(desktop.app))['enableBlinkFeatures'] ?? '').toBe('')
    const switched = await desktop.app.evaluate(({ app }) => app.commandLine.hasSwitch('enable-blink-features'))
    expect(switched).toBe(false)
  })

  test('11 and 12: embedded views do not exist, and would be refused', async ({ desktop }) => {
    expect((await preferences(desktop.app))['webviewTag'] ?? false).toBe(false)
    await desktop.page.evaluate(() => {
      const view = document.createElement('webview')
      view.setAttribute('src', 'app://bundle/')
      view.setAttribute('allowpopups', '')
      document.body.append(view)
    })
    const count = await desktop.app.evaluate(({ webContents }) => webContents.getAllWebContents().length)
    expect(count).toBe(1)
    const refused = await desktop.app.evaluate(({ webContents }) => {
      const event = { defaultPrevented: false, preventDefault: () => Reflect.set(event, 'defaultPrevented', true) }
      const contents = webContents.getAllWebContents()[0]
      if (contents !== undefined) Reflect.get(contents, 'emit').call(contents, 'will-attach-webview', event, {}, {})
      return event.defaultPrevented
    })
    expect(refused).toBe(true)
  })

  test('13: the page cannot be led elsewhere', async ({ desktop }) => {
    for (const address of ['https://example.com/', 'file:///etc/passwd', 'data:text/html,x', 'app://other/']) {
      await desktop.page.evaluate((to) => {
        const link = document.createElement('a')
        link.href = to
        document.body.append(link)
        link.click()
      }, address)
    }
    await desktop.page.waitForTimeout(300)
    const shown = await desktop.app.evaluate(({ webContents }) =>
      webContents.getAllWebContents().map((contents) => contents.getURL()),
    )
    expect(shown).toEqual(['app://bundle/'])
  })

  test('14: no window can be opened', async ({ desktop }) => {
    const opened = await desktop.page.evaluate(
      () => window.open('https://example.com/') ?? window.open('app://bundle/') ?? 'none',
    )
    expect(opened).toBe('none')
    expect(await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  })

  test('15: nothing is handed to other programs', async ({ desktop }) => {
    await desktop.app.evaluate(({ shell }) => {
      Reflect.set(globalThis, 'handed', [])
      shell.openExternal = async (url) => void Reflect.get(globalThis, 'handed').push(url)
      shell.openPath = async (path) => Reflect.get(globalThis, 'handed').push(path)
    })
    await desktop.page.evaluate(() => {
      window.open('mailto:someone@example.com')
      location.href = 'mailto:someone@example.com'
    })
    expect(await desktop.app.evaluate(() => Reflect.get(globalThis, 'handed'))).toEqual([])
    const main = await readFile(join(root, 'dist', 'electron', 'main.js'), 'utf8')
    expect(/shell\.(openExternal|openPath)/.test(main)).toBe(false)
  })

  test('16: releases are packaged with a current Electron', async () => {
    const lock = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8'))
    expect(Number(lock.packages['node_modules/electron'].version.split('.')[0])).toBeGreaterThanOrEqual(45)
    expect(await readFile(join(root, 'electron-builder.yml'), 'utf8')).not.toMatch(/electronVersion|electronDist/)
  })

  test('17: only the main frame of the studio is answered', async ({ desktop }) => {
    const answer = await desktop.app.evaluate(async ({ BrowserWindow, ipcMain }) => {
      const window = BrowserWindow.getAllWindows()[0]
      const handlers: Map<string, (event: object) => unknown> = Reflect.get(ipcMain, '_invokeHandlers')
      const ask = async (senderFrame: object | null) => {
        try {
          return await handlers.get('lintel:call:appInfo')?.({ sender: window?.webContents, senderFrame })
        } catch (error) {
          return String(error)
        }
      }
      return [await ask(null), await ask({ url: 'https://example.com/' }), await ask({ url: 'app://bundle/' })]
    })
    expect(answer.every((text) => /may not ask/.test(String(text)))).toBe(true)
    const misuse = await desktop.page.evaluate(() => {
      const save: (sent: object) => Promise<unknown> = Reflect.get(Reflect.get(globalThis, 'lintel'), 'saveDesign')
      return save({ handle: 'h', text: 't', path: '/etc/passwd' }).then(String, String)
    })
    expect(misuse).toContain('sent something else')
  })

  test('18: the page comes from its own scheme and cannot read files', async ({ desktop }) => {
    expect(await desktop.page.evaluate(() => location.protocol)).toBe('app:')
    for (const path of [
      'file:///etc/passwd',
      '/../../package.json',
      '/..%2f..%2fpackage.json',
      '/%2e%2e/electron/main.js',
    ]) {
      const got = await desktop.page.evaluate(
        (address) =>
          fetch(address)
            .then((answer) => (answer.ok ? answer.text() : 'refused'))
            .catch(() => 'refused'),
        path,
      )
      expect(got).toBe('refused')
    }
    const fromMain = await desktop.app.evaluate(({ net }) =>
      net.fetch('app://bundle/..%2felectron%2fmain.js').then((answer) => answer.status),
    )
    expect(fromMain).toBe(404)
  })

  test('19: the packaged program has its fuses set', async () => {
    test.setTimeout(180_000)
    const { stdout } = await promisify(execFile)(process.execPath, [join(root, 'scripts', 'package-linux.mjs')])
    const wire = await getCurrentFuseWire(stdout.trim())
    const on = (fuse: FuseV1Options) => String.fromCharCode(wire[fuse] ?? 0) === '1'
    expect(on(FuseV1Options.RunAsNode)).toBe(false)
    expect(on(FuseV1Options.EnableNodeOptionsEnvironmentVariable)).toBe(false)
    expect(on(FuseV1Options.EnableNodeCliInspectArguments)).toBe(false)
    expect(on(FuseV1Options.OnlyLoadAppFromAsar)).toBe(true)
    expect(on(FuseV1Options.EnableEmbeddedAsarIntegrityValidation)).toBe(true)
    expect(on(FuseV1Options.EnableCookieEncryption)).toBe(true)
    expect(on(FuseV1Options.GrantFileProtocolExtraPrivileges)).toBe(false)
  })

  test('20: no part of Electron reaches the page', async ({ desktop }) => {
    const shape = await desktop.page.evaluate(() => {
      const api: object = Reflect.get(globalThis, 'lintel')
      return { kinds: [...new Set(Object.values(api).map((value) => typeof value))], names: Object.keys(api) }
    })
    expect(shape.kinds).toEqual(['function'])
    expect(shape.names.filter((name) => /^(send|invoke|ipc|remote|require)/i.test(name))).toEqual([])
    const argument = await desktop.page.evaluate(() => {
      const on: (name: string, listener: () => void) => unknown = Reflect.get(Reflect.get(globalThis, 'lintel'), 'on')
      try {
        on('lintel:call:saveDesign', () => undefined)
        return 'listens'
      } catch {
        return 'refused'
      }
    })
    expect(argument).toBe('refused')
  })
})
