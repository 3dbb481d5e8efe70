const ending = '.lintel.json'

/** A file name for a design: keeps what ends in `.json`, gives everything else the ending of the program's files. */
export const designFileName = (name: string): string =>
  name.toLowerCase().endsWith('.json') ? name : `${name}${ending}`

/** Whether a name is a file name and nothing else: no folder, no device, nothing a disk would refuse. */
export const isPlainFileName = (name: string): boolean =>
  name !== '' &&
  name.length <= 200 &&
  name !== '.' &&
  name !== '..' &&
  // oxlint-disable-next-line no-control-regex -- these are the characters to keep out of file names
  !/[\u0000-\u001f/\\:*?"<>|]/.test(name) &&
  !/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(name)
