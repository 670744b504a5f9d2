#pragma once

#include "workflow/context.h"
#include "workflow/ports/image_archive.h"

#include <QObject>
#include <QTimer>

namespace simiao::viewer {

/// Sends files to an archive while people go on working, one wish at a time: how far it is, what was refused and why. It ends with the
/// visit's panel. \thread GUI
class ArchiveSending : public QObject
{
    Q_OBJECT

public:
    enum class Step {
        Idle,
        Sending,
        Done,       ///< all of it is there: dismiss()
        Incomplete, ///< transfer() says what is missing; retry() or dismiss()
        Failed,     ///< nothing could be begun: error() says why; retry() or dismiss()
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
    void retry();
    void dismiss();

    Step step() const { return m_step; }
    const Order &order() const { return m_order; }
    const workflow::TransferCount &count() const { return m_count; }
    const workflow::ImageTransfer &transfer() const { return m_transfer; }
    const Error &error() const { return *m_error; }

Q_SIGNALS:
    void changed();

private:
    void begin();
    void setStep(Step step);
    void showProgress();
    void take(const Result<workflow::ImageTransfer> &answer);

    /// How far it is, told by any thread and looked at by this one.
    struct Told;

    workflow::Context m_context;
    Id<administration::Patient> m_patient;
    Step m_step = Step::Idle;
    Order m_order;
    workflow::TransferCount m_count;
    workflow::ImageTransfer m_transfer;
    std::optional<Error> m_error;
    std::shared_ptr<Told> m_told;
    QTimer m_look;
    std::stop_source m_stop;
};

} // namespace simiao::viewer
