#pragma once

#include "workflow/context.h"
#include "workflow/ports/received_images.h"

#include <QObject>
#include <QTimer>

namespace simiao::viewer {

/// Brings one study after the other from archives while people go on working: how far it is, and what was left out and why.
/// It goes on when nobody looks at it, and ends with the visit's panel; what came stays and is not asked for again. \thread GUI
class ArchiveTransfer : public QObject
{
    Q_OBJECT

public:
    enum class Step {
        Idle,
        Receiving,
        Incomplete, ///< something is missing: transfer() says what; retry(), useIncomplete() or dismiss()
        Failed,     ///< nothing could be begun: error() says why; retry() or dismiss()
    };

    struct Order
    {
        std::shared_ptr<workflow::ImageArchive> archive;
        workflow::ArchivedStudy study;
    };

    ArchiveTransfer(workflow::Context context,
                    std::shared_ptr<workflow::ReceivedImages> images,
                    Id<administration::Patient> patient,
                    QObject *parent = nullptr);
    ~ArchiveTransfer() override;

    /// Begins, or waits for its turn.
    void bring(const Order &order);
    /// Ends the one under way; what came stays.
    void cancel();
    void retry();
    /// What came is taken although it is not all.
    void useIncomplete();
    void dismiss();

    Step step() const { return m_step; }
    const Order &order() const { return m_order; }
    const workflow::TransferCount &count() const { return m_count; }
    const workflow::ImageTransfer &transfer() const { return m_transfer; }
    const Error &error() const { return *m_error; }
    int waiting() const { return int(m_waiting.size()); }

Q_SIGNALS:
    void changed();
    /// Something of the study lies at `place` that was not there a moment ago: at the first image, then now and then.
    void grown(const QString &place, const QString &studyInstanceUid);
    /// All of it, or all that can be had, is here.
    void brought(const QString &studyInstanceUid);

private:
    void begin();
    void setStep(Step step);
    void showProgress();
    void take(Result<workflow::ImageTransfer> answer);
    void finish();
    void next();

    /// How far it is, told by any thread and looked at by this one.
    struct Told;

    workflow::Context m_context;
    std::shared_ptr<workflow::ReceivedImages> m_images;
    Id<administration::Patient> m_patient;
    Step m_step = Step::Idle;
    Order m_order;
    std::vector<Order> m_waiting;
    workflow::TransferCount m_count;
    int m_shown = 0; ///< objects when grown() was said last
    workflow::ImageTransfer m_transfer;
    std::optional<Error> m_error;
    std::shared_ptr<Told> m_told;
    QTimer m_look;
    std::stop_source m_stop;
};

} // namespace simiao::viewer
