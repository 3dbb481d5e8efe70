import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { spawn } from 'node:child_process'
import type { DesktopApi } from '../shared/ipc.ts'
import { expect, sandboxArguments, test, type DesktopStudio } from './fixtures.ts'

declare global {
  interface Window {
    readonly lintel?: DesktopApi
  }
}

/** A page of the same origin on which the studio itself does not run, so that nobody else answers or asks. */
const barePage = 'app://bundle/none'

test.beforeEach(async ({ desktop }) => {
  await desktop.page.goto(barePage)
})

async function restart(desktop: DesktopStudio): Promise<void> {
  await desktop.restart()
  await desktop.page.goto(barePage)
}

const design = '{"format":"lintel"}'

async function writeDesign(folder: string, name = 'rag.lintel.json', text = design): Promise<string> {
  await mkdir(join(folder, 'files'), { recursive: true })
  const path = join(folder, 'files', name)
  await writeFile(path, text)
  return path
}

test.describe('files', () => {
  test('are opened, saved where they came from, and known after a restart', async ({ desktop }) => {
    const path = await writeDesign(desktop.userData)
    await desktop.answerDialogs({ open: path })
    const opened = await desktop.page.evaluate(() => window.lintel!.openDesign())
    expect(opened).toMatchObject({ ok: true, fileName: 'rag.lintel.json', text: design })
    const handle = opened.ok ? opened.handle : ''

    const saved = await desktop.page.evaluate(
      (sent) => window.lintel!.saveDesign({ handle: sent, text: 'changed' }),
      handle,
    )
    expect(saved).toMatchObject({ ok: true })
    expect(await readFile(path, 'utf8')).toBe('changed')

    await restart(desktop)
    expect(await desktop.page.evaluate((sent) => window.lintel!.readDesign(sent), handle)).toMatchObject({
      text: 'changed',
    })
  })

  test('a cancelled dialog is no problem to show', async ({ desktop }) => {
    await desktop.answerDialogs({})
    expect(await desktop.page.evaluate(() => window.lintel!.openDesign())).toEqual({
      ok: false,
      reason: 'cancelled',
      problems: [],
    })
  })

  test('what another program changed is not overwritten', async ({ desktop }) => {
    const path = await writeDesign(desktop.userData)
    await desktop.answerDialogs({ open: path })
    const opened = await desktop.page.evaluate(() => window.lintel!.openDesign())
    await writeFile(path, 'by a colleague')
    const saved = await desktop.page.evaluate(
      (handle) => window.lintel!.saveDesign({ handle, text: 'mine' }),
      opened.ok ? opened.handle : '',
    )
    expect(saved).toMatchObject({ ok: false, reason: 'changed-outside' })
    expect(await readFile(path, 'utf8')).toBe('by a colleague')
  })

  test('saving as gives the ending of the program, exporting keeps the bytes', async ({ desktop }) => {
    await mkdir(join(desktop.userData, 'files'))
    await desktop.answerDialogs({ save: join(desktop.userData, 'files', 'new') })
    await desktop.page.evaluate(() => window.lintel!.saveDesignAs({ suggestedName: 'new', text: '{}' }))
    await desktop.answerDialogs({ save: join(desktop.userData, 'files', 'deck.pptx') })
    await desktop.page.evaluate(() =>
      window.lintel!.saveExport({ suggestedName: 'deck.pptx', filters: [], content: new Uint8Array([1, 0, 255]) }),
    )
    expect((await readdir(join(desktop.userData, 'files'))).toSorted()).toEqual(['deck.pptx', 'new.lintel.json'])
    expect([...(await readFile(join(desktop.userData, 'files', 'deck.pptx')))]).toEqual([1, 0, 255])
  })

  test('a file named at a second start arrives in the first one', async ({ desktop }) => {
    const path = await writeDesign(desktop.userData)
    const arrived = desktop.page.evaluate(
      () =>
        new Promise((done) => {
          window.lintel!.on('file-opened', done)
          window.lintel!.on('close-requested', () => void window.lintel!.answerClose(true))
          void window.lintel!.pageReady()
        }),
    )
    const executable = process.env['LINTEL_ELECTRON'] ?? ''
    const second = spawn(executable, [...sandboxArguments(), '.', `--user-data-dir=${desktop.userData}`, path])
    expect(await arrived).toMatchObject({ ok: true, fileName: 'rag.lintel.json', text: design })
    await new Promise((done) => second.once('exit', done))
    expect(await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  })
})

test('recent files show in their workspace only, also after a restart', async ({ desktop }) => {
  await desktop.answerDialogs({ open: await writeDesign(desktop.userData) })
  await desktop.page.evaluate(async () => {
    const opened = await window.lintel!.openDesign()
    if (opened.ok) await window.lintel!.rememberRecent({ workspaceId: 'acme', handle: opened.handle })
  })
  await restart(desktop)
  const recent = (workspaceId: string) => desktop.page.evaluate((id) => window.lintel!.recentFiles(id), workspaceId)
  expect(await recent('acme')).toMatchObject([{ fileName: 'rag.lintel.json' }])
  expect(await recent('globex')).toEqual([])
})

test('backups outlive the library', async ({ desktop }) => {
  await desktop.page.evaluate(() =>
    window.lintel!.writeBackup({ workspaceId: 'acme', designId: 'rag', designName: 'RAG', text: 'one' }),
  )
  await desktop.page.evaluate(() =>
    indexedDB.databases().then((all) => all.map(({ name }) => indexedDB.deleteDatabase(name ?? ''))),
  )
  await restart(desktop)
  const backups = await desktop.page.evaluate(() => window.lintel!.listBackups({ workspaceId: 'acme' }))
  expect(backups).toMatchObject([{ designName: 'RAG', bytes: 3 }])
  const read = await desktop.page.evaluate((id) => window.lintel!.readBackup(id), backups[0]?.backupId ?? '')
  expect(read).toEqual({ ok: true, text: 'one' })
})

test('a PDF has pages of the size asked, tags and an outline, and the document runs nothing', async ({ desktop }) => {
  const printed = await desktop.page.evaluate(() =>
    window.lintel!.printToPdf({
      html: `<!doctype html><html lang="en"><title>Threat model</title><style>@page{size:A4;margin:20mm 15mm}</style>
        <h1>First</h1><p style="break-after:page">Text</p><h2>Second</h2><script>document.body.append('RAN')</script>`,
    }),
  )
  const text = Buffer.from(printed.ok ? Object.values(printed.bytes) : []).toString('latin1')
  expect(text.slice(0, 5)).toBe('%PDF-')
  expect(text).toContain('/MarkInfo')
  expect(text).toContain('/Outlines')
  expect(text).toMatch(/\/MediaBox \[0 0 59[45][.\d]* 84[12]/)
  expect(text.match(/\/Type \/Page\b/g)).toHaveLength(2)
  expect(await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test.describe('the window', () => {
  test('has the title of the design', async ({ desktop }) => {
    await desktop.page.evaluate(() => window.lintel!.setTitle({ title: 'Research RAG', edited: true }))
    const title = await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle())
    expect(title).toBe('* Research RAG - Lintel')
  })

  test('comes back where it was, in the colours it had', async ({ desktop }) => {
    await desktop.page.evaluate(() => window.lintel!.setTheme('dark'))
    const place = { x: 60, y: 70, width: 1100, height: 750 }
    await desktop.app.evaluate(
      ({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds),
      place,
    )
    await desktop.end()
    // Kept by main beside the page's own setting, as the window is painted before the page is there.
    expect(JSON.parse(await readFile(join(desktop.userData, 'window.json'), 'utf8'))).toMatchObject({ theme: 'dark' })
    await desktop.start()
    const bounds = await desktop.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.getNormalBounds(),
    )
    expect(bounds).toEqual(place)
  })

  test('asks the page before it closes, and stays if the page says so', async ({ desktop }) => {
    const page = desktop.page
    await page.evaluate(async () => {
      window.lintel!.on('close-requested', () => {
        const asked = document.documentElement.dataset['asked'] === 'yes'
        document.documentElement.dataset['asked'] = 'yes'
        void window.lintel!.answerClose(asked)
      })
      await window.lintel!.pageReady()
    })
    await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
    await expect(page.locator('html')).toHaveAttribute('data-asked', 'yes')
    expect(await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
    // Asked again it agrees, and the program ends.
    await desktop.end()
  })
})

test.describe('the native menu', () => {
  test('sends commands to the page', async ({ desktop }) => {
    await desktop.page.evaluate(() =>
      window.lintel!.on('command', (id) => {
        document.documentElement.dataset['command'] = id
      }),
    )
    await desktop.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('edit.undo')?.click())
    await expect(desktop.page.locator('html')).toHaveAttribute('data-command', 'edit.undo')
  })

  test('shows what the page reports: disabled and ticked items', async ({ desktop }) => {
    // What the page itself still has to report comes once it rests, before this.
    await desktop.page.evaluate(() => new Promise((rest) => requestIdleCallback(rest)))
    await desktop.page.evaluate(() =>
      window.lintel!.setMenuState({ disabled: ['edit.undo'], checked: ['view.toggle-minimap'] }),
    )
    const state = await desktop.app.evaluate(({ Menu }) => {
      const menu = Menu.getApplicationMenu()
      return ['edit.undo', 'edit.copy', 'view.toggle-minimap', 'view.theme-dark'].map((id) => {
        const item = menu?.getMenuItemById(id)
        return [item?.enabled, item?.checked]
      })
    })
    expect(state).toEqual([
      [false, false],
      [true, false],
      [true, true],
      [true, false],
    ])
  })

  test('has the keys that a person chose, as the sheet, the tips and the keys themselves do', async ({ desktop }) => {
    const { page } = desktop
    const accelerators = () =>
      desktop.app.evaluate(({ Menu }) => {
        const menu = Menu.getApplicationMenu()
        return ['go.palette', 'file.library'].map((id) => menu?.getMenuItemById(id)?.accelerator ?? 'none')
      })
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
    const keysOf = (label: string) => sheet.getByRole('button', { name: new RegExp(`^Keys of ${label}:`) })
    await page.goto('app://bundle/')
    await expect(page.getByRole('button', { name: 'New design' }).first()).toBeVisible()
    await page.keyboard.press('?')
    await sheet.getByRole('button', { name: /^Keys of Library:/ }).click()
    await page.keyboard.press('Tab')
    await expect(sheet.getByRole('status').filter({ hasText: 'Not Tab' })).toBeVisible()
    await page.keyboard.press('Control+k')
    await expect(sheet.getByRole('status').filter({ hasText: 'belongs to “Search or run...”' })).toBeVisible()
    await sheet.getByRole('button', { name: 'Take it over' }).click()
    await expect(keysOf('Library')).toHaveAccessibleName('Keys of Library: Ctrl+K. Change them')
    await expect(keysOf('Search or run...')).toHaveAccessibleName('Keys of Search or run...: Ctrl+Shift+P. Change them')
    await expect.poll(accelerators).toEqual(['CmdOrCtrl+Shift+P', 'CmdOrCtrl+K'])

    await keysOf('Search or run...').click()
    await page.keyboard.press('Control+Alt+k')
    await expect(page.locator('.search-button')).toContainText('Ctrl+Alt+K')
    // Esc ends a recording first, then closes the sheet.
    await keysOf('New design').click()
    await page.keyboard.press('Escape')
    await expect(sheet).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(sheet).toHaveCount(0)

    await desktop.restart()
    await expect(desktop.page.locator('.search-button')).toContainText('Ctrl+Alt+K')
    await expect.poll(accelerators).toEqual(['CmdOrCtrl+Alt+K', 'CmdOrCtrl+K'])
    await desktop.page.keyboard.press('Control+Alt+k')
    await expect(desktop.page.getByPlaceholder('Search the design, or run a command')).toBeFocused()
    await desktop.page.keyboard.type('keyboard shortcuts')
    await desktop.page.keyboard.press('Enter')
    await desktop.page.getByRole('button', { name: 'Reset all' }).click()
    await expect.poll(accelerators).toEqual(['CmdOrCtrl+K', 'CmdOrCtrl+Shift+H'])
  })

  test('edits the text field in focus when the page passes an edit command on', async ({ desktop }) => {
    await desktop.page.evaluate(() => {
      const field = document.body.appendChild(document.createElement('input'))
      field.id = 'field'
      field.value = 'kept'
      field.focus()
      field.select()
    })
    await desktop.page.evaluate(() => window.lintel!.editText('cut'))
    await expect(desktop.page.locator('#field')).toHaveValue('')
    await desktop.page.evaluate(() => window.lintel!.editText('paste'))
    await expect(desktop.page.locator('#field')).toHaveValue('kept')
  })
})

test('a picture can be put on the clipboard, the one thing the page may ask of the browser', async ({ desktop }) => {
  const devtools = await desktop.page.context().newCDPSession(desktop.page)
  // A virtual screen has no window manager that would give the window its focus.
  await devtools.send('Emulation.setFocusEmulationEnabled', { enabled: true })
  await desktop.page.mouse.click(5, 5)
  await expect.poll(() => desktop.page.evaluate(() => document.hasFocus())).toBe(true)
  const written = await desktop.page.evaluate(async () => {
    const canvas = new OffscreenCanvas(4, 4)
    canvas.getContext('2d')?.fillRect(0, 0, 4, 4)
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': await canvas.convertToBlob() })])
    return 'written'
  })
  expect(written).toBe('written')
})
