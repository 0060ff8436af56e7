// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

extension ASiCError {
    /// The stable names of all causes: one code per cause.
    public enum Code: String, Sendable, CaseIterable {
        // MARK: Containers

        /// There are no bytes at all.
        case empty = "container.empty"
        /// The first bytes are not those of a ZIP file.
        case notZip = "container.not-zip"
        /// The container ends too early.
        case truncated = "container.truncated"
        /// Bytes follow the end record.
        case trailingBytes = "container.trailing-bytes"
        /// Something that is neither an entry nor the directory stands between them.
        case bytesBetween = "container.bytes-between"
        /// The container is larger than the limit.
        case tooLarge = "container.too-large"
        /// The entries together are larger than the limit once inflated.
        case contentTooLarge = "container.content-too-large"
        /// The container has more entries than the limit.
        case tooManyEntries = "container.too-many-entries"
        /// An entry inflates to far more than its size.
        case ratioExceeded = "container.ratio-exceeded"
        /// The first entry is not `mimetype` (EN 319 162-1, Annex A.1).
        case mimetypeMissing = "container.mimetype-missing"
        /// The entry `mimetype` is compressed.
        case mimetypeCompressed = "container.mimetype-compressed"
        /// The entry `mimetype` has an extra field.
        case mimetypeExtraField = "container.mimetype-extra-field"
        /// The entry `mimetype` holds another media type, or more than that.
        case mimetypeContent = "container.mimetype-content"
        /// A Zip64 structure is used.
        case zip64 = "container.zip64"
        /// An entry is encrypted by ZIP.
        case encrypted = "container.encrypted"
        /// A flag bit other than 1, 2, 3 and 11 is set.
        case flags = "container.flags"
        /// The compression method is neither stored nor deflate.
        case method = "container.method"
        /// The version needed to extract is neither 1.0 nor 2.0.
        case version = "container.version"
        /// A stored entry announces a data descriptor.
        case descriptorOnStored = "container.descriptor-on-stored"
        /// An entry has both a data descriptor and sizes or a CRC in its local header.
        case descriptorWithSizes = "container.descriptor-with-sizes"
        /// A data descriptor does not begin with its signature.
        case descriptorSignature = "container.descriptor-signature"
        /// An entry is not as long as stated.
        case sizeMismatch = "container.size-mismatch"
        /// The CRC of an entry is not the stated one.
        case crcMismatch = "container.crc-mismatch"
        /// Compressed data cannot be inflated.
        case deflateInvalid = "container.deflate-invalid"
        /// The deflate stream ends before the stated compressed size.
        case deflateEndsEarly = "container.deflate-ends-early"
        /// The deflate stream goes on behind the stated compressed size.
        case deflateUnfinished = "container.deflate-unfinished"
        /// An extra field other than 0x5455, 0x7875 and 0xCAFE is present.
        case extraField = "container.extra-field"
        /// The extra fields do not follow their own lengths, or one is there twice.
        case extraFieldMalformed = "container.extra-field-malformed"
        /// An entry has no name.
        case nameEmpty = "container.name-empty"
        /// A name is longer than the limit.
        case nameTooLong = "container.name-too-long"
        /// A name is not UTF-8.
        case nameNotUTF8 = "container.name-not-utf8"
        /// A name is not ASCII and flag bit 11 does not say that it is UTF-8.
        case nameFlagMissing = "container.name-flag-missing"
        /// A name is not in Unicode normalization form C.
        case nameNotNormalized = "container.name-not-normalized"
        /// A name begins with a slash.
        case nameAbsolute = "container.name-absolute"
        /// A name ends with a slash: a folder.
        case nameDirectory = "container.name-directory"
        /// A name has two slashes in a row.
        case nameEmptySegment = "container.name-empty-segment"
        /// A name contains two dots in a row.
        case nameDots = "container.name-dots"
        /// A name contains one of \ % : ? # * " < > |.
        case nameForbiddenCharacter = "container.name-forbidden-character"
        /// A name contains a control character, a line separator or a code point that is no character.
        case nameControlCharacter = "container.name-control-character"
        /// A name contains a character that changes the direction of text.
        case nameBidiCharacter = "container.name-bidi-character"
        /// A part of a name begins or ends with a space or a dot.
        case nameEdge = "container.name-edge"
        /// A name ends with a semicolon and digits, which some tools cut off as a file version.
        case nameVersion = "container.name-version"
        /// Two entries have the same name.
        case duplicateName = "container.duplicate-name"
        /// Two names are equal but for case.
        case duplicateNameCase = "container.duplicate-name-case"
        /// A name is that of an entry and of a folder at once.
        case nameConflict = "container.name-conflict"
        /// The central directory does not say what the local header says.
        case centralDirectoryMismatch = "container.central-directory-mismatch"
        /// The central directory lists fewer or more entries than there are.
        case centralDirectoryCount = "container.central-directory-count"
        /// The end record does not describe the directory.
        case endRecordMismatch = "container.end-record-mismatch"
        /// An entry has a comment.
        case entryComment = "container.entry-comment"
        /// The container has a comment.
        case archiveComment = "container.archive-comment"
        /// The container is split over several files.
        case multipleDisks = "container.multiple-disks"
        /// The Unix type of an entry is not that of a regular file.
        case fileType = "container.file-type"
        /// The DOS attributes say that an entry is a folder or a volume label.
        case directoryAttribute = "container.directory-attribute"
        /// Internal attributes other than the text bit are set.
        case internalAttributes = "container.internal-attributes"
        /// The reader was used after it had stopped.
        case readerStopped = "container.reader-stopped"
        /// There is no memory to inflate an entry.
        case outOfMemory = "container.out-of-memory"

        // MARK: Manifests

        /// The manifest is larger than 2 MiB.
        case manifestTooLarge = "manifest.too-large"
        /// The manifest is not UTF-8, or says that it is something else.
        case manifestEncoding = "manifest.encoding"
        /// The manifest begins with a byte order mark.
        case manifestByteOrderMark = "manifest.byte-order-mark"
        /// The XML declaration is not one of XML 1.0.
        case manifestDeclaration = "manifest.declaration"
        /// There is a document type declaration.
        case manifestDoctype = "manifest.doctype"
        /// There is a comment.
        case manifestComment = "manifest.comment"
        /// There is a CDATA section.
        case manifestCDATA = "manifest.cdata"
        /// There is a processing instruction.
        case manifestProcessingInstruction = "manifest.processing-instruction"
        /// There is a numeric character reference.
        case manifestCharacterReference = "manifest.character-reference"
        /// There is a reference to an entity other than the five of XML.
        case manifestEntity = "manifest.entity"
        /// There is a character that does not belong there.
        case manifestCharacter = "manifest.character"
        /// The manifest is not well-formed XML.
        case manifestSyntax = "manifest.syntax"
        /// The manifest ends too early.
        case manifestTruncated = "manifest.truncated"
        /// Something follows the end of the root element.
        case manifestTrailing = "manifest.trailing"
        /// The root element is not ASiCManifest of http://uri.etsi.org/02918/v1.2.1#.
        case manifestRoot = "manifest.root"
        /// A prefix is not declared, or a namespace is foreign to ASiCManifest.
        case manifestNamespace = "manifest.namespace"
        /// A namespace is declared below the root element.
        case manifestNamespacePlace = "manifest.namespace-place"
        /// An element has an attribute that does not belong to it.
        case manifestForeignAttribute = "manifest.foreign-attribute"
        /// An element has an attribute twice.
        case manifestDuplicateAttribute = "manifest.duplicate-attribute"
        /// An element lacks an attribute that it needs.
        case manifestMissingAttribute = "manifest.missing-attribute"
        /// A reference has the attribute Rootfile.
        case manifestRootfile = "manifest.rootfile"
        /// The manifest has extensions.
        case manifestExtension = "manifest.extension"
        /// An element stands where it does not belong, or is missing.
        case manifestElement = "manifest.element"
        /// There is text where only elements belong.
        case manifestText = "manifest.text"
        /// The manifest refers to nothing.
        case manifestNoReference = "manifest.no-reference"
        /// A digest is not by SHA-256.
        case manifestDigestAlgorithm = "manifest.digest-algorithm"
        /// A digest value is not 32 bytes in canonical base64.
        case manifestDigestValue = "manifest.digest-value"
        /// A URI is not the name of an entry.
        case manifestURI = "manifest.uri"
        /// A URI is there twice.
        case manifestDuplicateURI = "manifest.duplicate-uri"
        /// A MimeType is not 3 to 255 visible ASCII characters with a slash.
        case manifestMimeType = "manifest.mime-type"
    }
}
