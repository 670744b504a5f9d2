#pragma once

#include "sdk/desk.h"
#include "ui/widgets/notice_line.h"

namespace simiao::admin {

/// Verifies the chain of the audit trail from its first link on, and says what was found.
class ChainCheck : public QObject
{
    Q_OBJECT

public:
    explicit ChainCheck(sdk::Desk *desk, QObject *parent = nullptr);

    /// Whether the back-end can be asked at all.
    bool isOffered() const { return m_desk->maintenance() != nullptr; }
    bool isRunning() const { return m_isRunning; }
    /// What was found; empty before.
    const ui::Notice &notice() const { return m_notice; }
    void run();
    void retranslate();

Q_SIGNALS:
    void changed();

private:
    void take(const Result<qint64> &verified);

    sdk::Desk *m_desk;
    bool m_isRunning = false;
    ui::Notice m_notice;
};

} // namespace simiao::admin
