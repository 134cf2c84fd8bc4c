package org.copyflow.broker;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has the controller note that the broker is gone, where the broker had no time to say so itself.
///
/// A single node that was killed still reads in its metadata that it leads all partitions. Started like this, Kafka
/// 4.3.1 sends the outstanding markers of transactions before its port is open, and while it registers anew the
/// partitions have no leader for a moment: it then takes them for deleted and drops the markers. Such transactions
/// hang for ever, and who reads only what is committed waits behind them. With the broker marked as gone first, its
/// partitions have no leader until its port is open.
final class AfterCrash {

    private static final Logger LOG = LoggerFactory.getLogger(AfterCrash.class);

    /// Kafka writes it at the end of a clean stop and removes it at the next start.
    private static final String CLEAN_STOP = ".kafka_cleanshutdown";

    private static final String FENCED_BROKERS = "kafka.controller:type=KafkaController,name=FencedBrokerCount";
    private static final Duration SESSION = Duration.ofMillis(200);
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(20);

    private AfterCrash() {}

    /// Did the broker that last ran on this folder end without a clean stop?
    static boolean isIn(Path folder) {
        return !Files.exists(folder.resolve(CLEAN_STOP));
    }

    /// Runs the controller alone until it has noted that the broker is gone; goes on without where that takes too long.
    ///
    /// @param broker how the broker is going to be configured
    static void settle(Properties broker) throws InterruptedException {
        var config = new Properties();
        config.putAll(broker);
        config.setProperty("process.roles", "controller");
        config.setProperty("listeners", controllerListener(broker.getProperty("listeners")));
        config.remove("advertised.listeners");
        config.setProperty("broker.session.timeout.ms", Long.toString(SESSION.toMillis()));
        config.setProperty("broker.heartbeat.interval.ms", Long.toString(SESSION.toMillis() / 2)); // at most half
        var controller = new KafkaRaftServer(KafkaConfig.fromProps(config, false), Time.SYSTEM);
        controller.startup();
        try {
            LOG.info("the broker was not stopped cleanly: its controller runs alone until it has noted that");
            long end = System.nanoTime() + LIMIT.toNanos();
            while (fencedBrokers() == 0) {
                if (System.nanoTime() > end) {
                    LOG.atWarn()
                            .addKeyValue("waitedSeconds", LIMIT.toSeconds())
                            .log("the controller did not note that the broker was gone; going on");
                    return;
                }
                Thread.sleep(POLL);
            }
        } finally {
            controller.shutdown();
            controller.awaitShutdown();
        }
    }

    private static String controllerListener(String listeners) {
        for (String listener : listeners.split(",", -1)) {
            if (listener.startsWith(EmbeddedBroker.CONTROLLER)) {
                return listener;
            }
        }
        throw new IllegalArgumentException("no controller among the listeners " + listeners);
    }

    private static int fencedBrokers() {
        MBeanServer metrics = ManagementFactory.getPlatformMBeanServer();
        try {
            return metrics.getAttribute(new ObjectName(FENCED_BROKERS), "Value") instanceof Number count
                    ? count.intValue()
                    : 0;
        } catch (InstanceNotFoundException e) {
            return 0; // the controller has not got that far
        } catch (JMException e) {
            throw new IllegalStateException("the controller's metric " + FENCED_BROKERS + " cannot be read", e);
        }
    }
}
