#pragma once

#include <QCoreApplication>

#include <chrono>

namespace simiao::sdk {

/// How far two clocks are apart, in the interface's language.
class ClockWords
{
    Q_DECLARE_TR_FUNCTIONS(simiao::sdk::ClockWords)

public:
    /// As exact as anybody needs: "3 s", "5 min", "25 h". \param length  not negative
    static QString length(std::chrono::milliseconds length);
};

} // namespace simiao::sdk
