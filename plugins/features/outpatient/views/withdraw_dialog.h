#pragma once

#include "sdk/desk.h"

#include <QDialog>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace simiao::outpatient {

/// Asks which prescription is withdrawn, and why. Enter goes on, Esc withdraws nothing.
class WithdrawDialog : public QDialog
{
    Q_OBJECT

public:
    /// \param prescriptions  that may be withdrawn; at least one
    WithdrawDialog(const std::vector<medications::Prescription> &prescriptions, QWidget *parent = nullptr);

Q_SIGNALS:
    /// The person has decided; the dialog has gone by then.
    void decided(const simiao::Id<simiao::medications::Prescription> &prescription, const QString &reason);

private:
    void decide();
    void showWhetherReady();

    std::vector<medications::Prescription> m_prescriptions;
    QComboBox *m_choice;
    QLineEdit *m_reason;
    QPushButton *m_withdraw;
};

} // namespace simiao::outpatient
