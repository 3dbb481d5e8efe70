import { z } from 'zod'

/** What was left behind last time: read before the next time, so that only what changed is written again. */
const manifestSchema = z.object({
  format: z.literal('lintel/leave-behind'),
  version: z.literal(1),
  /** The design's id: a folder belongs to one design. */
  design: z.string(),
  name: z.string(),
  date: z.string(),
  hash: z.string(),
  files: z.array(z.object({ name: z.string(), title: z.string(), fingerprint: z.string() })),
})
export type Manifest = z.infer<typeof manifestSchema>

export const manifestName = 'lintel-leave-behind.json'
export const indexName = 'index.html'

/** What a folder holds; undefined when it is not what this program left for this design: then all is written anew. */
export function readManifest(text: string, design: string): Manifest | undefined {
  try {
    const read = manifestSchema.safeParse(JSON.parse(text))
    return read.success && read.data.design === design ? read.data : undefined
  } catch {
    return undefined
  }
}

/** The record without files that are no longer there: they are made again. */
export async function stillThere(
  manifest: Manifest | undefined,
  isThere: (name: string) => Promise<boolean>,
): Promise<Manifest | undefined> {
  if (manifest === undefined) return undefined
  const found = await Promise.all(manifest.files.map(async (file) => ((await isThere(file.name)) ? [file] : [])))
  return { ...manifest, files: found.flat() }
}

export function printManifest(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`
}
