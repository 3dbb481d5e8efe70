/* oxlint-disable max-lines -- a table */
import type { Product } from '../product.ts'
import { by, on, onOurMachines } from './declare-platform.ts'

const heard = ['speech-to-text']
const spoken = ['text-to-speech']
const drawn = ['image-generation']
const seen = ['vision-model']
const reader = ['document-parser']

/** Models for sound, pictures, languages and pages. */
export const mediaProducts: readonly Product[] = [
  by('openai/whisper-1', 'Whisper API', 'OpenAI', heard, ['Whisper', 'OpenAI transcription']),
  by('azure/speech-to-text', 'Azure Speech to Text', 'Microsoft', heard, [
    'Azure Speech',
    'Azure Cognitive Services speech',
    'Azure STT',
  ]),
  by('deepgram/nova-3', 'Nova-3', 'Deepgram', heard, ['Deepgram']),
  by('elevenlabs/scribe', 'Scribe', 'ElevenLabs', heard, ['Eleven Labs', 'ElevenLabs transcription']),
  by('assemblyai/best', 'Universal', 'AssemblyAI', heard, ['Assembly AI']),
  by('groq/whisper-large-v3-turbo', 'Whisper large v3 turbo on Groq', 'Groq', heard, ['Whisper turbo']),
  by('google/chirp-3', 'Chirp 3', 'Google', heard, ['Google Speech-to-Text', 'Vertex speech']),
  by('aws/transcribe', 'Amazon Transcribe', 'AWS', heard, ['Transcribe', 'AWS speech']),
  by('openai/tts-1', 'TTS-1', 'OpenAI', spoken, ['OpenAI text to speech', 'OpenAI voice']),
  by('openai/tts-1-hd', 'TTS-1 HD', 'OpenAI', spoken, ['OpenAI text to speech', 'OpenAI voice']),
  by('azure/text-to-speech', 'Azure Text to Speech', 'Microsoft', spoken, [
    'Azure Speech',
    'Azure neural voice',
    'Azure TTS',
  ]),
  by('elevenlabs/multilingual-v2', 'Multilingual v2', 'ElevenLabs', spoken, ['Eleven Labs', 'ElevenLabs voice']),
  by('aws/polly-neural', 'Amazon Polly, neural', 'AWS', spoken, ['Polly', 'AWS voice']),
  by('aws/polly-generative', 'Amazon Polly, generative', 'AWS', spoken, ['Polly', 'AWS voice']),
  by('google/chirp-voice', 'Chirp voices', 'Google', spoken, ['Google Text-to-Speech', 'Vertex voice']),
  by('openai/dall-e-3', 'DALL-E 3', 'OpenAI', drawn, ['Dall-E', 'OpenAI images']),
  by('google/imagen-4', 'Imagen 4', 'Google', drawn, ['Google Imagen', 'Vertex images']),
  by('google/imagen-4-fast', 'Imagen 4 Fast', 'Google', drawn, ['Google Imagen', 'Vertex images']),
  by('amazon/nova-canvas', 'Nova Canvas', 'AWS', drawn, ['Bedrock images', 'Amazon Nova images']),
  by('amazon/titan-image-v2', 'Titan Image Generator v2', 'AWS', drawn, ['Bedrock images', 'Amazon Titan images']),
  by('blackforest/flux-1.1-pro', 'FLUX 1.1 pro', 'Black Forest Labs', drawn, ['Flux', 'BFL']),
  by('microsoft/mai-image-2.5', 'MAI-Image 2.5', 'Microsoft', drawn, ['Azure images']),
  by('stability/stable-image', 'Stable Image', 'Stability AI', drawn, ['Stable Diffusion', 'SDXL']),
  by('aws/rekognition', 'Amazon Rekognition', 'AWS', seen, ['Rekognition', 'AWS vision', 'face detection']),
  by('azure/ai-vision', 'Azure AI Vision', 'Microsoft', seen, [
    'Azure Cognitive Services',
    'Cognitive Services',
    'Computer Vision',
    'Azure vision',
  ]),
  by('google/cloud-vision', 'Cloud Vision', 'Google', seen, ['Google Vision API', 'Vertex vision']),
  by(
    'azure/translator',
    'Azure Translator',
    'Microsoft',
    ['translation'],
    ['Azure Cognitive Services translation', 'Microsoft Translator'],
  ),
  by('deepl/api', 'DeepL API', 'DeepL', ['translation'], ['DeepL']),
  by('google/translation', 'Cloud Translation', 'Google', ['translation'], ['Google Translate']),
  by('aws/translate', 'Amazon Translate', 'AWS', ['translation'], ['AWS translation']),
  on('mistral/ocr', 'Mistral OCR', 'Mistral', reader, ['Mistral Document AI']),
  on(
    'azure/document-intelligence',
    'Azure Document Intelligence',
    'Microsoft',
    [...reader, 'ingestion'],
    ['Form Recognizer', 'Azure DI', 'Azure OCR'],
  ),
  on('google/deepseek-ocr', 'DeepSeek OCR on Vertex', 'Google', reader, ['Vertex OCR']),
  on('google/document-ai', 'Document AI', 'Google', reader, ['Google Document AI', 'Google OCR']),
  on('aws/textract', 'Amazon Textract', 'AWS', reader, ['Textract', 'AWS OCR']),
  on('llamaindex/llamaparse', 'LlamaParse', 'LlamaIndex', reader, ['Llama Parse', 'LlamaCloud']),
  on('ibm/docling', 'Docling', 'IBM', [...reader, 'chunker'], ['IBM Docling', 'open source parser'], onOurMachines),
  on('tesseract/tesseract', 'Tesseract', 'Tesseract', reader, ['open source OCR'], onOurMachines),
]
