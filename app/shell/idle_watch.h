#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace simiao::shell {

/// Tells when nobody has touched keyboard or mouse for a while. Watches the whole program.
class IdleWatch : public QObject
{
    Q_OBJECT

public:
    explicit IdleWatch(QObject *parent = nullptr);

    /// \param limit  zero: nobody is ever idle
    void setLimit(std::chrono::milliseconds limit);

Q_SIGNALS:
    void idle();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void look();

    std::chrono::milliseconds m_limit{0};
    QElapsedTimer m_since;
    QTimer m_next;
};

} // namespace simiao::shell
