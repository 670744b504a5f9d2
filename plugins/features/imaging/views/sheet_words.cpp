#include "imaging/views/sheet_words.h"

#include "imaging/models/identity_words.h"
#include "sdk/desk.h"
#include "workflow/diagnostics/attach_study.h"

#include <QCoreApplication>
#include <QDateTime>

namespace simiao::viewer {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(simiao::viewer::Print)
};

QString studyText(const workflow::ImageSeries &series)
{
    QStringList parts{series.studyDate, series.modality, series.studyDescription};
    parts.removeAll(QString());
    return parts.join(u' ');
}

QString studiesText(const PrintPlan &plan)
{
    QStringList studies;
    for (const auto &item : plan.items) {
        if (!item.isEmpty())
            studies.append(studyText(*item.series));
    }
    studies.removeDuplicates();
    return studies.join(QStringLiteral("; "));
}

bool isNamedByAll(const PrintPlan &plan, const administration::Patient &patient)
{
    std::vector<workflow::ImageSeries> series;
    for (const auto &item : plan.items) {
        if (!item.isEmpty())
            series.push_back(*item.series);
    }
    return series.empty() || workflow::namesHer(workflow::identityOf(series, patient));
}

} // namespace

SheetWords sheetWords(const PrintPlan &plan,
                      const PrintOptions &options,
                      const administration::Patient &patient,
                      const sdk::Desk &desk)
{
    const auto clock = desk.context().clock;
    const auto now = QDateTime::fromMSecsSinceEpoch(clock->now().microseconds / 1000, clock->zone());
    SheetWords words;
    words.note = Words::tr("Paper print: not for diagnosis");
    words.printed = Words::tr("Printed %1 by %2", "when, who")
                        .arg(now.toString(QStringLiteral("yyyy-MM-dd HH:mm")), desk.context().session.name);
    words.mark = sdk::profileMark(desk.profileKind());
    if (options.isTrueSize)
        words.ruler = Words::tr("If this line is not %1 mm long, the size is not true").arg(kRulerMm);
    if (!options.hasTexts)
        return words;
    words.patient = namedOnRecord(patient);
    words.study = studiesText(plan);
    if (!isNamedByAll(plan, patient))
        words.warning = Words::tr("The images name no patient; the name is that of the visit");
    return words;
}

} // namespace simiao::viewer
