import { Body, Button, Container, Head, Hr, Html, Link, Preview, Section, Text } from "@react-email/components";
import type { Block, Outline } from "./outline.ts";
import { DARK, styles } from "./styles.ts";

/** An outline as HTML that every mail client shows: tables and inline styles, nothing loaded from anywhere. */
export function LetterPage({ outline }: { outline: Outline }) {
  const { lang, subject, preheader, blocks, footer } = outline;
  return (
    <Html lang={lang}>
      <Head>
        <title>{subject}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{DARK}</style>
      </Head>
      <Body className="page" style={styles.page}>
        <Preview>{preheader}</Preview>
        <Container className="sheet" style={styles.sheet}>
          <Text className="quiet" style={styles.brand}>
            Trạm
          </Text>
          {blocks.map((block, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, as text
            <Part key={i} block={block} />
          ))}
          <Hr className="line" style={styles.line} />
          <Text className="quiet" style={styles.footer}>
            {footer.text}
            {footer.link && (
              <>
                <br />
                <Link href={footer.link.url} className="quiet" style={styles.footerLink}>
                  {footer.link.label}
                </Link>
              </>
            )}
          </Text>
        </Container>
      </Body>
    </Html>
  );
}

function Part({ block }: { block: Block }) {
  switch (block.kind) {
    case "text":
      return (
        <Text className="ink" style={styles.text}>
          {block.text}
        </Text>
      );
    case "facts":
      return (
        <Section className="box" style={styles.box}>
          {block.facts.map(({ label, value }) => (
            <Text key={label} className="ink" style={styles.fact}>
              <span className="quiet" style={styles.quiet}>
                {label}:
              </span>{" "}
              <strong>{value}</strong>
            </Text>
          ))}
        </Section>
      );
    case "news":
      return <News {...block} />;
    case "button":
      return (
        <Section style={styles.press}>
          <Button href={block.link.url} className="button" style={styles.button}>
            {block.link.label}
          </Button>
        </Section>
      );
  }
}

function News({ heading, news, more }: Extract<Block, { kind: "news" }>) {
  return (
    <Section style={styles.news}>
      {heading && (
        <Text className="ink" style={styles.heading}>
          <Link href={heading.url} className="accent" style={styles.link}>
            {heading.label}
          </Link>
        </Text>
      )}
      {news.map(({ when, sentence, quote }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, as text
        <div key={i}>
          <Text className="ink" style={styles.fact}>
            <span className="quiet" style={styles.quiet}>
              {when}
            </span>{" "}
            {sentence}
          </Text>
          {quote !== null && (
            <Text className="ink box" style={styles.quote}>
              {quote}
            </Text>
          )}
        </div>
      ))}
      {more && (
        <Text className="quiet" style={styles.footer}>
          {more}
        </Text>
      )}
    </Section>
  );
}
