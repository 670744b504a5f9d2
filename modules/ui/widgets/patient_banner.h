#pragma once

#include "ui/theme/severity.h"
#include "ui/widgets/themed_widget.h"

namespace simiao::ui {

/// An allergy or alert in the banner.
struct BannerBadge
{
    Severity severity = Severity::Warn;
    QString text;
    bool operator==(const BannerBadge &) const = default;
};

/// What the banner shows; all text is ready to read.
struct PatientSummary
{
    QString name;
    QString sexAge;            ///< "M 45y"
    QString mrn;               ///< also decides the colour of the bar
    QString body;              ///< "70 kg · 172 cm"
    QList<BannerBadge> badges; ///< the gravest first
    QString payer;
    QString visit;
    bool operator==(const PatientSummary &) const = default;
};

/// The record number with its name, "MRN 100238"; empty where she has none.
QString recordNumber(const PatientSummary &patient);

/// Who this is, on every screen. When narrow the visit gives way first, then payer, body, lesser badges,
/// MRN; badges that do not fit are counted ("+2"), the name stays. The tool tip and the accessible
/// name always have everything.
class PatientBanner : public ThemedWidget
{
    Q_OBJECT

public:
    explicit PatientBanner(QWidget *parent = nullptr);

    void setPatient(const PatientSummary &patient);
    const PatientSummary &patient() const { return m_patient; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void retheme() override;
    void paintEvent(QPaintEvent *event) override;

private:
    PatientSummary m_patient;
};

} // namespace simiao::ui
