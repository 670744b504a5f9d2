#pragma once

#include "domain/administration/patient.h"

#include <QObject>

namespace simiao::sdk {

/// A child of a desk's page that can show a patient's chart: what is known of a patient elsewhere in the window leads there.
/// \thread GUI
class ChartOpener : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    void open(const Id<administration::Patient> &patient) { Q_EMIT wanted(patient); }

Q_SIGNALS:
    void wanted(const simiao::Id<simiao::administration::Patient> &patient);
};

} // namespace simiao::sdk
