#include "integration/dicom/name_key.h"

#include <algorithm>

namespace simiao::dicom {

using namespace Qt::StringLiterals;

namespace {

bool isIdeograph(QChar c)
{
    return c.unicode() >= 0x2E80 && !c.isLowSurrogate();
}

bool isHan(QChar c)
{
    // Rarer characters stand in surrogate pairs.
    return (c.unicode() >= 0x3400 && c.unicode() <= 0x9FFF)
        || (c.unicode() >= 0xF900 && c.unicode() <= 0xFAFF) || c.isSurrogate();
}

QString bare(const QString &name)
{
    QString text = name.simplified();
    return text.remove(u' ').remove(u'^').remove(u'=');
}

bool isHanAlone(const QString &name)
{
    const auto text = bare(name);
    return !text.isEmpty() && std::ranges::all_of(text, isHan);
}

/// Some archives keep 王^小明 in one piece, and whoever writes it means no more than by 王小明.
QString withoutCarets(const QString &name)
{
    return isHanAlone(name) && !name.contains(u'=') ? QString(name).replace(u'^', u' ') : name;
}

} // namespace

QString nameKey(const QString &written)
{
    const QString name = withoutCarets(written.simplified());
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

bool isNameMeant(const QString &name, const QString &written)
{
    return !isHanAlone(written) || name.isEmpty() || bare(name).contains(bare(written));
}

bool hasHan(const QString &name)
{
    return std::ranges::any_of(name, isHan);
}

} // namespace simiao::dicom
