#pragma once

#include "sdk/desk.h"

#include <QTimer>

namespace simiao::outpatient {

/// Tells the prescriber when the pharmacist has returned a prescription of hers, and takes it back once all are answered.
/// Follows the change feed. What was returned days ago is no news.
class ReturnedWatch : public QObject
{
    Q_OBJECT

public:
    explicit ReturnedWatch(sdk::Desk *desk, QObject *parent = nullptr);

private:
    void look();
    void take(const Result<std::vector<medications::Prescription>> &returned);
    void tell();

    sdk::Desk *m_desk;
    std::vector<medications::Prescription> m_returned; ///< of this person
};

} // namespace simiao::outpatient
