#include "terminology/search_key.h"

namespace simiao::terminology {

QString searchable(const QString &text)
{
    QString key = text.normalized(QString::NormalizationForm_KC).toCaseFolded();
    key.removeIf([](QChar c) { return c.isSpace(); });
    return key;
}

} // namespace simiao::terminology
