#include "ui/widgets/patient_banner.h"

#include "ui/theme/patient_colour.h"
#include "ui/widgets/banner_line.h"
#include "ui/widgets/plain_tool_tip.h"

#include <QCoreApplication>
#include <QPainter>

namespace simiao::ui {

namespace {

constexpr int kHeight = 52;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(simiao::ui::PatientBanner)
};

QString spoken(const PatientSummary &patient)
{
    QStringList words{patient.name, patient.sexAge, recordNumber(patient), patient.body};
    for (const auto &badge : patient.badges)
        words.append(severityWord(badge.severity) + QStringLiteral(": ") + badge.text);
    words.append({patient.payer, patient.visit});
    words.removeAll(QString());
    return words.join(QStringLiteral(", "));
}

} // namespace

QString recordNumber(const PatientSummary &patient)
{
    return patient.mrn.isEmpty() ? QString() : Words::tr("MRN %1").arg(patient.mrn);
}

PatientBanner::PatientBanner(QWidget *parent)
    : ThemedWidget(QAccessible::Grouping, parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void PatientBanner::setPatient(const PatientSummary &patient)
{
    m_patient = patient;
    retheme();
    refresh();
}

QSize PatientBanner::sizeHint() const
{
    return {640, kHeight};
}

QSize PatientBanner::minimumSizeHint() const
{
    return {200, kHeight};
}

void PatientBanner::retheme()
{
    const auto words = m_patient.name.isEmpty() ? tr("No patient") : spoken(m_patient);
    setAccessibleName(words);
    setToolTip(plainToolTip(words));
}

void PatientBanner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto &theme = tokens();
    painter.fillRect(rect(), theme.colours.panel);
    painter.fillRect(0, height() - 1, width(), 1, theme.colours.line);
    if (m_patient.name.isEmpty())
        return;
    painter.fillRect(0, 0, theme.rhythm.patientBar, height() - 1,
                     patientColour(m_patient.mrn, theme.colours));
    const auto room =
        rect().adjusted(theme.rhythm.patientBar + theme.rhythm.margin + 2, 0, -theme.rhythm.margin - 2, -1);
    BannerLine line(m_patient, this);
    line.fit(room.width());
    line.paint(painter, room);
}

} // namespace simiao::ui
