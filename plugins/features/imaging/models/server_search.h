#pragma once

#include "core/result.h"
#include "core/task.h"

#include <QCoroTask>
#include <QObject>

#include <optional>
#include <stop_token>

namespace simiao::viewer {

/// A question to somebody who may take long, and how it stands. A newer question takes the place of one that is still being
/// answered. \thread GUI
class ServerSearch : public QObject
{
    Q_OBJECT

public:
    ~ServerSearch() override;

    /// The same question to the same server.
    virtual void retry() = 0;
    /// Waits no longer: the answer is Cancelled.
    void stop();

    bool isAsking() const { return m_isAsking; }
    bool wasAsked() const { return m_question > 0; }
    const std::optional<Error> &error() const { return m_error; }

Q_SIGNALS:
    void changed();

protected:
    explicit ServerSearch(QObject *parent);

    /// \param found  a member of whoever asks; emptied now, filled by the answer
    /// \param ask    begins the question: stop token to Task<Result<T>>
    template <typename T, typename Ask>
    void begin(T &found, const Ask &ask)
    {
        const int question = next();
        found = {};
        QCoro::connect(ask(m_stop.get_token()), this, [this, question, &found](Result<T> answer) {
            if (question != m_question)
                return;
            if (answer)
                found = *std::move(answer);
            end(answer ? std::nullopt : std::optional(answer.error()));
        });
        Q_EMIT changed();
    }

private:
    int next();
    void end(const std::optional<Error> &error);

    int m_question = 0; ///< answers carry the number of the question they belong to
    bool m_isAsking = false;
    std::optional<Error> m_error;
    std::stop_source m_stop;
};

} // namespace simiao::viewer
