#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

namespace simiao {

/// Encodings in which Chinese hospitals exchange text files.
enum class TextEncoding { Utf8, Gb18030 };

/// "UTF-8" or "GB18030": what the person is told.
QString encodingName(TextEncoding encoding);

/// A text file and the encoding it was found to have.
struct DecodedText
{
    QString text; ///< without byte order mark
    TextEncoding encoding = TextEncoding::Utf8;
};

/// UTF-8 when every byte fits it, else GB18030 when every byte fits that; `import.encoding` (Invalid)
/// otherwise.
Result<DecodedText> decodeText(const QByteArray &bytes);

} // namespace simiao
