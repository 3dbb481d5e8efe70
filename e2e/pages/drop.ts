import type { Page } from '@playwright/test'

/** Lets go a file over the window, as the page of a browser sees it. The desktop program asks for its path: see `dropPath`. */
export async function dropContent(page: Page, fileName: string, content: string | Uint8Array): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([name, bytes, type]) => {
      const data = new DataTransfer()
      data.items.add(new File([new Uint8Array(bytes)], name, { type }))
      return data
    },
    [fileName, [...Buffer.from(content)], typeOf(fileName)] as const,
  )
  for (const type of ['dragenter', 'dragover', 'drop']) {
    await page.locator('.app').dispatchEvent(type, { dataTransfer: transfer })
  }
}

/** As the system tells a page by the ending of the name. */
function typeOf(fileName: string): string {
  if (fileName.endsWith('.svg')) return 'image/svg+xml'
  return fileName.endsWith('.png') ? 'image/png' : 'application/json'
}

/** Drags a file of the disk over the window and lets it go there. */
export async function dropPath(page: Page, path: string): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  const data = { items: [], files: [path], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await devtools.send('Input.dispatchDragEvent', { type, x: 500, y: 300, data })
  }
  await devtools.detach()
}
