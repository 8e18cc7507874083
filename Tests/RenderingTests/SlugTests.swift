import Rendering
import Testing

struct SlugTests {
    @Test(arguments: [
        ("Årstad", "arstad"), ("Østensjø", "ostensjo"), ("Sæter", "saeter"), ("St. Hanshaugen", "st-hanshaugen"),
        ("Gamle  Oslo", "gamle-oslo"), ("Nord-Øst/Vest", "nord-ost-vest"), ("–Å–", "a"),
        ("Ráisa & Čáhci", "raisa-cahci"),
        ("A\u{030A}s", "as"), ("Sone 12", "sone-12"), ("", ""), ("東", ""), ("<script>", "script"), ("../x", "x"),
    ])
    func namesBecomePlainAddresses(name: String, slug: String) {
        #expect(Slug.text(name) == slug)
    }
}
