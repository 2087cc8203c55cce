import { defineConfig } from 'vite';

// The page and the gateway have one origin, so the gateway needs no `Cors:AllowedOrigins`.
const proxy = { '/graphql': process.env.GATEWAY_URL?.replace(/\/graphql$/, '') ?? 'http://localhost:8080' };

export default defineConfig({ server: { proxy }, preview: { proxy } });
