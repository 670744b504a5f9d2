#include "outpatient/views/withdrawing.h"

#include "outpatient/views/withdraw_dialog.h"
#include "workflow/consultation/withdraw_prescription.h"

#include <QCoroTask>
#include <QWidget>

namespace simiao::outpatient {

Withdrawing::Withdrawing(sdk::Desk *desk, QWidget *window)
    : QObject(window)
    , m_desk(desk)
    , m_window(window)
{
}

std::vector<medications::Prescription> Withdrawing::offered(const sdk::Visit &visit)
{
    std::vector<medications::Prescription> found;
    if (visit.isEditable() || !visit.record().signedParts)
        return found;
    for (const auto &[prescription, lines] : visit.record().signedParts->prescriptions) {
        if (workflow::canWithdraw(prescription))
            found.push_back(prescription);
    }
    return found;
}

void Withdrawing::ask(const sdk::Visit &visit)
{
    const auto prescriptions = offered(visit);
    if (prescriptions.empty())
        return m_desk->showDone(tr("No prescription of this visit can be withdrawn."));
    auto *dialog = new WithdrawDialog(prescriptions, m_window->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &WithdrawDialog::decided, this,
            [this, task = visit.record().task.id](const Id<medications::Prescription> &prescription,
                                                  const QString &reason) {
                withdraw(task, prescription, reason);
            });
    dialog->open();
}

void Withdrawing::withdraw(Id<scheduling::QueueTask> task,
                           Id<medications::Prescription> prescription,
                           const QString &reason)
{
    const auto context = m_desk->context();
    QCoro::connect(workflow::withdrawPrescription(context, context.newCommand(), {prescription, reason}),
                   this, [this, task](const Result<medications::Prescription> &result) {
                       if (!result)
                           m_desk->showError(result.error());
                       else
                           m_desk->showDone(tr("Prescription %1 was withdrawn.").arg(result->number));
                       Q_EMIT withdrawn(task); // also after a refusal: the state shown was an older one
                   });
}

} // namespace simiao::outpatient
