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

void Withdrawing::ask(Id<scheduling::QueueTask> task)
{
    if (m_isAsking)
        return;
    m_isAsking = true;
    QCoro::connect(workflow::openVisit(m_desk->context(), task), this,
                   [this](const Result<workflow::VisitRecord> &record) {
                       m_isAsking = false;
                       if (!record)
                           return m_desk->showError(record.error());
                       offer(*record);
                   });
}

void Withdrawing::offer(const workflow::VisitRecord &record)
{
    std::vector<medications::Prescription> prescriptions;
    for (const auto &[prescription, lines] : record.signedParts
             ? record.signedParts->prescriptions
             : std::vector<workflow::SignedPrescription>{}) {
        if (workflow::canWithdraw(prescription))
            prescriptions.push_back(prescription);
    }
    if (prescriptions.empty())
        return m_desk->showDone(tr("No prescription of this visit can be withdrawn."));
    auto *dialog = new WithdrawDialog(prescriptions, m_window->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &WithdrawDialog::decided, this,
            [this, task = record.task.id](const Id<medications::Prescription> &prescription,
                                          const QString &reason) { withdraw(task, prescription, reason); });
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
