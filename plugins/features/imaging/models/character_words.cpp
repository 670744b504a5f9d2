#include "imaging/models/character_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace simiao::viewer {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(simiao::viewer::Characters)
};

struct Offer
{
    const char *terms; ///< PS3.3 C.12.1.1.2
    const char *name;
    const char *title;
};

constexpr std::array kOffers{
    Offer{"GB18030", "GB18030",
          QT_TRANSLATE_NOOP("simiao::viewer::Characters", "GB18030, GBK, GB 2312: Chinese")},
    Offer{"ISO_IR 192", "UTF-8", QT_TRANSLATE_NOOP("simiao::viewer::Characters", "UTF-8: all languages")},
    Offer{"\\ISO 2022 IR 149", "KS X 1001",
          QT_TRANSLATE_NOOP("simiao::viewer::Characters", "KS X 1001: Korean")},
    Offer{"ISO_IR 13", "JIS X 0201",
          QT_TRANSLATE_NOOP("simiao::viewer::Characters", "JIS X 0201: Japanese, katakana")},
    Offer{"ISO_IR 100", "Latin-1",
          QT_TRANSLATE_NOOP("simiao::viewer::Characters", "Latin-1: Western European")},
    Offer{"ISO_IR 101", "Latin-2",
          QT_TRANSLATE_NOOP("simiao::viewer::Characters", "Latin-2: Central European")},
    Offer{"ISO_IR 144", "ISO 8859-5",
          QT_TRANSLATE_NOOP("simiao::viewer::Characters", "ISO 8859-5: Cyrillic")},
    Offer{"ISO_IR 126", "ISO 8859-7", QT_TRANSLATE_NOOP("simiao::viewer::Characters", "ISO 8859-7: Greek")},
    Offer{"ISO_IR 127", "ISO 8859-6", QT_TRANSLATE_NOOP("simiao::viewer::Characters", "ISO 8859-6: Arabic")},
    Offer{"ISO_IR 166", "TIS 620", QT_TRANSLATE_NOOP("simiao::viewer::Characters", "TIS 620: Thai")},
};

const Offer *offerOf(const QString &terms)
{
    const auto found = std::ranges::find_if(
        kOffers, [&terms](const Offer &offer) { return terms == QLatin1StringView(offer.terms); });
    return found == kOffers.end() ? nullptr : &*found;
}

} // namespace

const QStringList &offeredCharacters()
{
    static const auto all = [] {
        QStringList terms{QString()};
        for (const auto &offer : kOffers)
            terms.append(QString::fromLatin1(offer.terms));
        return terms;
    }();
    return all;
}

QString charactersName(const QString &characterSet)
{
    const auto *offer = offerOf(characterSet);
    return offer ? QString::fromLatin1(offer->name) : characterSet;
}

QString charactersTitle(const QString &characterSet, const QString &declared)
{
    if (characterSet.isEmpty())
        return declared.isEmpty() ? Words::tr("As the files say: nothing")
                                  : Words::tr("As the files say: %1").arg(declared);
    const auto *offer = offerOf(characterSet);
    return offer ? Words::tr(offer->title) : characterSet;
}

} // namespace simiao::viewer
