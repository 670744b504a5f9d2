#pragma once

#include "domain/administration/patient.h"

#include <QObject>
#include <QStringList>

namespace simiao::sdk {

/// A child of a desk's page that can show what there is of a patient: what is known of her elsewhere in the window leads there.
/// \thread GUI
class ChartOpener : public QObject
{
    Q_OBJECT

public:
    /// \param acts  what is done at this page; empty: whatever no other page does
    explicit ChartOpener(QObject *page, QStringList acts = {})
        : QObject(page)
        , m_acts(std::move(acts))
    {
    }

    /// Whether what came of this act is looked at here.
    bool isPlaceOf(const QString &act) const { return m_acts.contains(act); }
    bool isForTheRest() const { return m_acts.isEmpty(); }

    void open(const Id<administration::Patient> &patient) { Q_EMIT wanted(patient); }

Q_SIGNALS:
    void wanted(const simiao::Id<simiao::administration::Patient> &patient);

private:
    QStringList m_acts;
};

} // namespace simiao::sdk
