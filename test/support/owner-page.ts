/** What differs from page to page. */
export interface OwnerPage {
  lang?: string;
  head?: string;
  script?: string;
  body: string;
}

/** An owner's page as HTML: one script tag, and whatever else it has. */
export const ownerPage = ({
  lang = 'en',
  head = '',
  script = 'unisono.js',
  body,
}: OwnerPage): string => `<!doctype html>
<html lang="${lang}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>An owner’s page</title>
    ${head}
    <script src="/${script}" defer></script>
  </head>
  <body><main><h1>An owner’s page</h1>${body}</main></body>
</html>`;
