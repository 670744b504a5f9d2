#include "imaging/models/ecg_words.h"

#include "imaging/models/identity_words.h"
#include "imaging/report/report_lines.h"

#include <QCoreApplication>

namespace simiao::viewer {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(simiao::viewer::Ecg)
};

QString spaced(QStringList parts, const QString &separator)
{
    parts.removeAll(QString());
    return parts.join(separator);
}

QString moment(const QString &iso)
{
    return QString(iso).replace(u'T', u' ');
}

/// What fits on the paper; the rest is in the report.
QString notesLine(const imaging::Waveform &waveform)
{
    constexpr qsizetype kMost = 8;
    QStringList statements;
    QStringList measured;
    for (const auto &note : waveform.notes) {
        if (note.name.isEmpty())
            statements.append(imaging::harmless(note.value).simplified());
        else
            measured.append(imaging::harmless(note.name + u' ' + note.value).simplified());
    }
    auto all = statements + measured;
    if (all.size() > kMost)
        all = all.first(kMost);
    return all.join(QStringLiteral(" · ")).left(110);
}

} // namespace

EcgPage ecgPageOf(std::shared_ptr<const imaging::Waveform> waveform, std::size_t group, double fromSeconds)
{
    EcgPage page{.waveform = waveform, .group = group, .fromSeconds = fromSeconds, .head = {}, .foot = {}};
    if (!waveform)
        return page;
    const auto name =
        waveform->patientName.isEmpty() ? Words::tr("No name in the recording") : waveform->patientName;
    const auto id = waveform->patientId.isEmpty() ? QString() : Words::tr("ID %1").arg(waveform->patientId);
    page.head = {spaced({imaging::harmless(name), sexLetter(waveform->patientSex),
                         ageText(waveform->patientBirthDate, waveform->acquired.left(10)),
                         imaging::harmless(id), moment(waveform->acquired)},
                        QStringLiteral("   ")),
                 notesLine(*waveform)};
    if (!waveform->defects.empty())
        page.head.append(Words::tr("INCOMPLETE: part of the recording is missing"));
    const auto &label = waveform->groups[group].label;
    const auto seconds = Words::tr("from %1 s").arg(fromSeconds, 0, 'f', 1);
    page.foot = spaced({QStringLiteral("25 mm/s"), QStringLiteral("10 mm/mV"), waveform->filter,
                        imaging::harmless(label), seconds},
                       QStringLiteral("   "));
    return page;
}

QString spokenWaveform(const imaging::Waveform &waveform)
{
    QStringList parts;
    for (const auto &group : waveform.groups) {
        QStringList names;
        for (const auto &channel : group.channels)
            names.append(imaging::harmless(channel.name));
        parts.append(Words::tr("%1, %2 s: %3")
                         .arg(imaging::harmless(group.label))
                         .arg(group.seconds(), 0, 'f', 1)
                         .arg(names.join(Words::tr(", ", "between names"))));
    }
    parts.append(notesLine(waveform));
    return spaced(parts, QStringLiteral("; "));
}

} // namespace simiao::viewer
