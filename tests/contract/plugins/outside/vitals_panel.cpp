#include "vitals_panel.h"

#include "sdk/desk.h"

#include <QDateTime>

#include <map>

using namespace simiao;

namespace {

const LocalText kWeight{QStringLiteral("Body weight"), QStringLiteral("体重")};
const LocalText kNothing{QStringLiteral("No measurement is on record."), QStringLiteral("没有测量记录。")};

} // namespace

VitalsPanel::VitalsPanel(sdk::Visit *visit, QWidget *parent)
    : QListWidget(parent)
    , m_visit(visit)
{
    setObjectName(QStringLiteral("consult.vitals"));
    connect(visit->desk(), &sdk::Desk::languageChanged, this, &VitalsPanel::showRecord);
    showRecord();
}

void VitalsPanel::showRecord()
{
    const QLocale locale = m_visit->desk()->locale();
    std::map<QString, diagnostics::Observation> newest; // by LOINC code
    for (const auto &observation : m_visit->record().observations) {
        auto &kept = newest[observation.code.code];
        if (kept.code.isEmpty() || kept.effective < observation.effective)
            kept = observation;
    }

    clear();
    for (const auto &[code, observation] : newest) {
        const auto time = QDateTime::fromMSecsSinceEpoch(observation.effective.microseconds / 1000);
        const QString name =
            code == diagnostics::kBodyWeight ? kWeight.in(locale.name()) : observation.code.display;
        addItem(
            QStringList{name, observation.value.toString(), locale.toString(time, QLocale::ShortFormat)}.join(
                QStringLiteral("  ")));
    }
    if (newest.empty())
        addItem(kNothing.in(locale.name()));
}
