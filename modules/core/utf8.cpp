#include "core/utf8.h"

#include <QStringEncoder>

namespace simiao {

void appendUtf8(QByteArray &out, QStringView text)
{
    QStringEncoder encode(QStringEncoder::Utf8, QStringEncoder::Flag::Stateless);
    const qsizetype before = out.size();
    out.resize(before + 3 * text.size()); // at most: four bytes stand for two UTF-16 units
    out.truncate(encode.appendToBuffer(out.data() + before, text) - out.constData());
}

} // namespace simiao
