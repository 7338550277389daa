/// The design system as one stylesheet, for the server's pages (linked) and for the self-contained report (inlined).
///
/// Tokens hold light and dark in one place (`light-dark()`); the theme follows the system unless the page's root says
/// `data-theme="light"` or `"dark"`. Nothing needs a `style` attribute, so a policy without `unsafe-inline` holds. Logical properties turn with the
/// writing direction. The print rules are the PDF.
public enum Stylesheet {
    /// The whole sheet as CSS text, under 30 kB, a quarter of that when compressed.
    public static let text = [tokens, shell, controls, components, charts, tiles, records, adaptations].joined()
}
