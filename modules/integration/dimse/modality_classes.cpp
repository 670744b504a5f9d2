#include "integration/dimse/modality_classes.h"

#include <QHash>

namespace simiao::dimse {

using namespace Qt::StringLiterals;

namespace {

/// Behind 1.2.840.10008.5.1.4.1.1 (PS3.4 table B.5-1), the common ones first. Few, so that each is proposed in every syntax.
const QHash<QString, QString> &suffixes()
{
    static const QHash<QString, QString> known{
        {u"CR"_s, u"1 7"_s},
        {u"CT"_s, u"2 7 2.1 2.2"_s},
        {u"DX"_s, u"1.1 1.1.1 1 7"_s},
        {u"ECG"_s, u"9.1.1 9.1.2 9.1.3 104.1"_s},
        {u"ES"_s, u"77.1.1 77.1.1.1 7"_s},
        {u"GM"_s, u"77.1.2 7"_s},
        {u"IO"_s, u"1.3 1.3.1 7"_s},
        {u"KO"_s, u"88.59"_s},
        {u"MG"_s, u"1.2 1.2.1 13.1.3 7"_s},
        {u"MR"_s, u"4 4.1 7 4.2 4.4"_s},
        {u"NM"_s, u"20 7"_s},
        {u"OP"_s, u"77.1.5.1 77.1.5.2 7"_s},
        {u"OPT"_s, u"77.1.5.4 7"_s},
        {u"OT"_s, u"7 7.1 7.2 7.3 7.4"_s},
        {u"DOC"_s, u"104.1 104.2"_s},
        {u"PR"_s, u"11.1 11.2 11.3 11.4"_s},
        {u"PT"_s, u"128 7 130 128.1"_s},
        {u"PX"_s, u"1.1 1.1.1 7"_s},
        {u"RF"_s, u"12.2 12.2.1 7"_s},
        {u"RTDOSE"_s, u"481.2"_s},
        {u"RTIMAGE"_s, u"481.1"_s},
        {u"RTPLAN"_s, u"481.5"_s},
        {u"RTSTRUCT"_s, u"481.3"_s},
        {u"SC"_s, u"7 7.1 7.2 7.3 7.4"_s},
        {u"SEG"_s, u"66.4"_s},
        {u"SM"_s, u"77.1.6 77.1.2 7"_s},
        {u"SR"_s, u"88.11 88.22 88.33 88.67"_s},
        {u"US"_s, u"6.1 3.1 7 6.2"_s},
        {u"XA"_s, u"12.1 12.1.1 13.1.1 7"_s},
        {u"XC"_s, u"77.1.4 77.1.4.1 7"_s},
    };
    return known;
}

} // namespace

QStringList classesOfModality(const QString &modality)
{
    QStringList classes;
    for (const auto &suffix : suffixes().value(modality).split(u' ', Qt::SkipEmptyParts))
        classes.append(u"1.2.840.10008.5.1.4.1.1."_s + suffix);
    return classes;
}

} // namespace simiao::dimse
