#include "domain/administration/masked_name.h"

#include <QStringList>

#include <algorithm>

namespace simiao::administration {

using namespace Qt::StringLiterals;

namespace {

constexpr QChar kStar = u'*';

/// Family names of two characters, in the usual and in the traditional script.
constexpr QStringView kCompoundSurnames[] = {
    u"欧阳", u"歐陽", u"上官", u"司马", u"司馬", u"诸葛", u"諸葛", u"东方", u"東方", u"皇甫", u"尉迟",
    u"尉遲", u"公孙", u"公孫", u"慕容", u"令狐", u"长孙", u"長孫", u"宇文", u"司徒", u"司空", u"司寇",
    u"夏侯", u"端木", u"澹台", u"澹臺", u"赫连", u"赫連", u"呼延", u"南宫", u"南宮", u"独孤", u"獨孤",
    u"轩辕", u"軒轅", u"钟离", u"鍾離", u"闻人", u"聞人", u"申屠", u"鲜于", u"鮮于", u"太史", u"太叔",
    u"濮阳", u"濮陽", u"淳于", u"单于", u"單于", u"公羊", u"公冶", u"公西", u"公良", u"宗政", u"仲孙",
    u"仲孫", u"闾丘", u"閭丘", u"子车", u"子車", u"亓官", u"巫马", u"巫馬", u"颛孙", u"顓孫", u"壤驷",
    u"壤駟", u"漆雕", u"乐正", u"樂正", u"宰父", u"谷梁", u"穀梁", u"拓跋", u"夹谷", u"段干", u"百里",
    u"东郭", u"東郭", u"南门", u"南門", u"羊舌", u"微生", u"梁丘", u"左丘", u"西门", u"西門", u"南荣",
    u"南榮", u"万俟", u"第五", u"达奚", u"達奚", u"褚师", u"褚師", u"纳兰", u"納蘭", u"完颜", u"完顏"};

/// The first character, which may be two units long.
QString firstCharacter(const QString &text)
{
    return text.first(text.size() > 1 && text.at(0).isHighSurrogate() ? 2 : 1);
}

bool isHan(const QString &character)
{
    return QChar::script(character.toUcs4().first()) == QChar::Script_Han;
}

/// Two characters only where a third follows: of 夏侯 nobody knows whether it is a family name or all there is.
QString familyNameOf(const QString &name)
{
    constexpr qsizetype kCompound = 2;
    const bool isCompound = name.size() > kCompound
        && std::ranges::find(kCompoundSurnames, QStringView(name).first(kCompound))
            != std::end(kCompoundSurnames);
    return isCompound ? name.first(kCompound) : firstCharacter(name);
}

/// A star after the first letter; nothing for what has no letter, such as a dash.
QString maskedWord(const QString &word)
{
    for (const uint character : word.toUcs4()) {
        const char32_t letter = character;
        if (QChar::isLetter(letter))
            return QString::fromUcs4(&letter, 1) + kStar;
    }
    return {};
}

QString maskedWords(const QString &name)
{
    QStringList words;
    for (const auto &word : name.split(u' '))
        words.append(maskedWord(word));
    words.removeAll(QString());
    return words.isEmpty() ? QString(kStar) : words.join(u' ');
}

} // namespace

QString maskedName(const QString &name)
{
    const QString tidy = name.normalized(QString::NormalizationForm_C).simplified();
    if (tidy.isEmpty() || tidy == firstCharacter(tidy))
        return kStar;
    if (isHan(firstCharacter(tidy)))
        return familyNameOf(QString(tidy).remove(u' ')) + kStar;
    return maskedWords(tidy);
}

} // namespace simiao::administration
