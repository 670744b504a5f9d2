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

/// No list of a hospital is larger; what is, is something else or a missing line break.
inline constexpr qint64 kMostTextBytes = qint64(64) << 20;

/// UTF-8 when every byte fits it, else GB18030 when every byte fits that.
/// \returns Invalid `import.encoding` with the first line that fits neither; `import.encoding-mixed` with the first line that is
///          not encoded as those before it: it would be read as other characters; `import.too-large`
Result<DecodedText> decodeText(const QByteArray &bytes);

} // namespace simiao
