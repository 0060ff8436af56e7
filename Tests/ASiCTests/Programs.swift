// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// Short programs with which other ZIP libraries write and read containers.
enum Programs {
    struct File: Sendable {
        let name: String
        let content: [UInt8]

        init(_ name: String, _ content: [UInt8]) {
            self.name = name
            self.content = content
        }
    }

    /// Files as every writer is given them, beside `mimetype`.
    static let files = asciiFiles + [File("documents/één.txt", [UInt8](repeating: 97, count: 100))]

    /// The same without a name that `zip` cannot mark as UTF-8.
    static let asciiFiles = [
        File("message.json", Array(#"{"zegel":"1"}"#.utf8)),
        File("META-INF/ASiCManifest-sender.xml", Array("<x/>".utf8)),
        File("documents/bericht.txt", Array(String(repeating: "een regel\n", count: 400).utf8)),
        File("documents/leeg.txt", []),
    ]

    /// Arguments: target, `stored` or `deflated`, `file` or `stream`, then the files.
    static let pythonWriter = """
        import sys, zipfile
        target, compression, sink = sys.argv[1:4]
        class Stream:
            def __init__(self, file): self.file = file
            def write(self, data): return self.file.write(data)
            def flush(self): pass
        method = zipfile.ZIP_STORED if compression == "stored" else zipfile.ZIP_DEFLATED
        with open(target, "wb") as file:
            with zipfile.ZipFile(Stream(file) if sink == "stream" else file, "w") as archive:
                for index, name in enumerate(sys.argv[4:]):
                    info = zipfile.ZipInfo(name, (2026, 11, 20, 12, 0, 0))
                    info.compress_type = zipfile.ZIP_STORED if index == 0 and sink == "file" else method
                    archive.writestr(info, open(name, "rb").read())
        """

    /// Prints file, name and SHA-256 of every entry of every container.
    static let pythonReader = """
        import hashlib, sys, zipfile
        for path in sys.argv[1:]:
            archive = zipfile.ZipFile(path)
            assert archive.testzip() is None
            for info in archive.infolist():
                print(path, hashlib.sha256(archive.read(info)).hexdigest(), info.filename, sep="\\t")
        """

    /// Prints what the XML parser of Python finds in so many manifests.
    static let pythonManifests = """
        import sys, xml.etree.ElementTree as tree
        spaces = {"a": "http://uri.etsi.org/02918/v1.2.1#", "d": "http://www.w3.org/2000/09/xmldsig#"}
        for number in range(int(sys.argv[1])):
            root = tree.parse(f"{number}.xml").getroot()
            row = root.find("a:SigReference", spaces)
            print(row.get("URI"), row.get("MimeType"), sep="\\t")
            for row in root.findall("a:DataObjectReference", spaces):
                assert row.find("d:DigestMethod", spaces).get("Algorithm").endswith("#sha256")
                print(row.get("URI"), row.get("MimeType"), row.find("d:DigestValue", spaces).text, sep="\\t")
        """

    /// Arguments: target, `stored` or `deflated` for all but `mimetype`, then the files.
    static let javaWriter = """
        import java.io.*; import java.nio.file.*; import java.util.zip.*;
        class Writer {
            public static void main(String[] a) throws Exception {
                try (var out = new ZipOutputStream(new FileOutputStream(a[0]))) {
                    for (int i = 2; i < a.length; i++) {
                        byte[] data = Files.readAllBytes(Path.of(a[i]));
                        ZipEntry entry = new ZipEntry(a[i]);
                        if (i == 2 || a[1].equals("stored")) {
                            CRC32 crc = new CRC32(); crc.update(data);
                            entry.setMethod(ZipEntry.STORED); entry.setSize(data.length); entry.setCrc(crc.getValue());
                        } else if (a[1].equals("timed")) {
                            entry.setLastModifiedTime(java.nio.file.attribute.FileTime.fromMillis(1_700_000_000_000L));
                        }
                        out.putNextEntry(entry); out.write(data); out.closeEntry();
                    }
                }
            }
        }
        """

    /// Prints what ZipFile finds in every container, after making sure that ZipInputStream finds the same.
    static let javaReader = """
        import java.io.*; import java.security.*; import java.util.*; import java.util.zip.*;
        class Reader {
            static String line(String path, String name, InputStream in) throws Exception {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(in.readAllBytes());
                return path + "\\t" + HexFormat.of().formatHex(digest) + "\\t" + name;
            }
            public static void main(String[] paths) throws Exception {
                var out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, "UTF-8");
                for (String path : paths) {
                    var lines = new ArrayList<String>(); var streamed = new ArrayList<String>();
                    try (var file = new ZipFile(path)) {
                        for (var entry : Collections.list(file.entries()))
                            lines.add(line(path, entry.getName(), file.getInputStream(entry)));
                    }
                    try (var in = new ZipInputStream(new FileInputStream(path))) {
                        for (ZipEntry entry; (entry = in.getNextEntry()) != null; )
                            streamed.add(line(path, entry.getName(), in));
                    }
                    if (!lines.equals(streamed)) throw new Exception(path + ": " + lines + " " + streamed);
                    for (String line : lines) out.println(line);
                }
                out.flush();
            }
        }
        """
}
