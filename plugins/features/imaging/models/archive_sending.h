#pragma once

#include "workflow/context.h"
#include "workflow/ports/storage_commitment.h"

#include <QObject>
#include <QSet>
#include <QTimer>

namespace simiao::viewer {

/// Sends files to an archive while people go on working, one wish at a time: how far it is, what was refused and why, and where the archive is asked, whether it keeps them. It ends with the
/// visit's panel. \thread GUI
class ArchiveSending : public QObject
{
    Q_OBJECT

public:
    enum class Step {
        Idle,
        Sending,
        Confirming, ///< all of it is there, and the archive is asked whether it keeps it: dismiss() ends that
        Done,       ///< all of it is there, and confirmed where the archive is asked: dismiss()
        Unconfirmed, ///< all of it is there, but the archive has not confirmed all: confirmation() or error(); retry() or dismiss()
        Incomplete,  ///< transfer() says what is missing; retry() or dismiss()
        Failed,      ///< nothing could be begun: error() says why; retry() or dismiss()
    };

    struct Order
    {
        std::shared_ptr<workflow::ImageArchive> archive;
        QStringList files;
        QString what; ///< in codes, for the trail
    };

    ArchiveSending(workflow::Context context, Id<administration::Patient> patient, QObject *parent = nullptr);
    ~ArchiveSending() override;

    /// Ignored while something is being sent.
    void send(const Order &order);
    /// What is there stays there.
    void cancel();
    /// What the archive has said to have taken is not sent again.
    void retry();
    void dismiss();

    Step step() const { return m_step; }
    const Order &order() const { return m_order; }
    const workflow::TransferCount &count() const { return m_count; }
    const workflow::ImageTransfer &transfer() const { return m_transfer; }
    bool hasError() const { return m_error.has_value(); }
    const Error &error() const { return *m_error; }
    /// The last answer of an archive that is asked; nothing: it is not, or has not answered.
    const std::optional<workflow::StorageConfirmation> &confirmation() const { return m_confirmation; }
    /// How long its answer is waited for each time, and how often it was asked for these files.
    std::chrono::seconds confirmationPatience() const;
    int timesAsked() const { return m_timesAsked; }

Q_SIGNALS:
    void changed();

private:
    void begin();
    workflow::TransferCount ofAll(workflow::TransferCount count) const;
    void setStep(Step step);
    void showProgress();
    void take(const Result<workflow::ImageTransfer> &answer);
    void ask();
    void takeConfirmation(const Result<workflow::StorageConfirmation> &answer);
    /// Null where the archive cannot be asked.
    workflow::StorageCommitment *commitment() const;

    /// How far it is, told by any thread and looked at by this one.
    struct Told;

    workflow::Context m_context;
    Id<administration::Patient> m_patient;
    Step m_step = Step::Idle;
    Order m_order;
    QSet<QString> m_sent; ///< files that are there, by the tries that have ended
    workflow::TransferCount m_count;
    workflow::ImageTransfer m_transfer;
    std::optional<Error> m_error;
    std::optional<workflow::StorageConfirmation> m_confirmation;
    int m_timesAsked = 0;
    int m_question = 0; ///< number of the last one: answers to others are of no interest any more
    std::shared_ptr<Told> m_told;
    QTimer m_look;
    std::stop_source m_stop;
};

} // namespace simiao::viewer
