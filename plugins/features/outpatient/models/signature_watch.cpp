#include "outpatient/models/signature_watch.h"

#include "sdk/desk.h"
#include "workflow/consultation/read_signature.h"

#include <QCoroTask>

#include <algorithm>

namespace simiao::outpatient {

SignatureWatch::SignatureWatch(const sdk::Visit *visit, QObject *parent)
    : QObject(parent)
    , m_visit(visit)
{
    // Later: a signature given here is told to the visit first, and is no news.
    connect(visit->desk()->context().store->changes(), &workflow::ChangeFeed::committed, this,
            [this](const workflow::Receipt &receipt) {
                const auto task = m_visit->record().task.id.uuid;
                if (std::ranges::find(receipt.changes, task, &workflow::Change::id) != receipt.changes.end())
                    QMetaObject::invokeMethod(this, &SignatureWatch::look, Qt::QueuedConnection);
            });
}

void SignatureWatch::look()
{
    if (!m_visit->isEditable())
        return;
    const auto &record = m_visit->record();
    auto reading =
        workflow::readSignature(m_visit->desk()->context(), record.patient.id, record.encounter.id);
    QCoro::connect(std::move(reading), this,
                   [this](const Result<std::optional<workflow::Signature>> &signature) {
                       if (signature && *signature && m_visit->isEditable())
                           Q_EMIT found((*signature)->signer, (*signature)->signedAt);
                   });
}

} // namespace simiao::outpatient
