#include "imaging/models/sentences.h"

namespace simiao::viewer {

QString sentencesText(const QStringList &sentences)
{
    constexpr QChar kFullStop(0x3002);
    QString text;
    for (const auto &sentence : sentences) {
        if (!text.isEmpty() && !text.endsWith(kFullStop))
            text += u' ';
        text += sentence;
    }
    return text;
}

} // namespace simiao::viewer
