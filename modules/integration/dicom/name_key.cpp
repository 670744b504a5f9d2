#include "integration/dicom/name_key.h"

namespace simiao::dicom {

using namespace Qt::StringLiterals;

namespace {

bool isIdeograph(QChar c)
{
    return c.unicode() >= 0x2E80 && !c.isLowSurrogate();
}

} // namespace

QString nameKey(const QString &written)
{
    const QString name = written.simplified();
    if (name.isEmpty() || name.contains(u'^') || name.contains(u'='))
        return name;
    QString key;
    for (qsizetype i = 0; i < name.size(); ++i) {
        const bool isChinese = isIdeograph(name[i]);
        const QString piece = name[i] == u' ' ? u"*"_s : (isChinese ? u"*"_s : QString()) + name[i];
        key += piece;
        if (isChinese && i + 1 < name.size() && name[i].isHighSurrogate())
            key += name[++i];
    }
    key += u'*';
    while (key.contains(u"**"))
        key.replace(u"**"_s, u"*"_s);
    return key;
}

} // namespace simiao::dicom
